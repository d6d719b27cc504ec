package io.github.schemagitops.migration;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.finding.Location;
import io.github.schemagitops.finding.Severity;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a script, decoded strictly, and what makes it unfit before any SQL is read.
 *
 * @param text decoded text without byte-order mark; empty when the bytes cannot be decoded
 * @param problems errors in the file as a text
 */
public record ScriptText(String text, List<Finding> problems) {

  private static final Pattern CONFLICT = Pattern.compile("^(<{7}|>{7})( .*)?$", Pattern.MULTILINE);
  private static final Pattern COPY_FROM_STDIN =
      Pattern.compile(
          "^[ \\t]*copy\\b[^;]*?\\bfrom\\s+stdin\\b[^;]*;",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern END_OF_COPY = Pattern.compile("^\\\\\\.\\s*$", Pattern.MULTILINE);
  private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

  /** Decodes and checks one file. */
  public static ScriptText of(SourceFile file, Charset encoding) {
    byte[] bytes = file.content();
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return unreadable(
          file,
          0,
          "the file is not %s: it starts with a UTF-16 byte-order mark".formatted(encoding),
          "save it as UTF-8");
    }
    CharsetDecoder decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int offset = in.position();
      return unreadable(
          file,
          lineOfByte(bytes, offset),
          "invalid %s at byte %d".formatted(encoding, offset + 1),
          "save the file as UTF-8, or set <encoding> (-Dschema.encoding) to the encoding it has");
    }
    String text = out.flip().toString();
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new ScriptText(text, problems(file, text));
  }

  private static List<Finding> problems(SourceFile file, String text) {
    List<Finding> problems = new ArrayList<>();
    if (text.startsWith(LFS_POINTER)) {
      problems.add(
          error(
              file,
              1,
              "lfs-pointer",
              "the file is a Git LFS pointer, not SQL",
              "run git lfs pull"));
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      problems.add(
          error(
              file,
              lineAt(text, nul),
              "control-character",
              "the file contains a NUL character",
              "remove it"));
    }
    Matcher conflict = CONFLICT.matcher(text);
    if (conflict.find()) {
      problems.add(
          error(
              file,
              lineAt(text, conflict.start()),
              "conflict-marker",
              "unresolved merge conflict",
              "resolve the conflict and remove the markers"));
    }
    Matcher copy = COPY_FROM_STDIN.matcher(text);
    while (copy.find()) {
      // Flyway's parser would read for ever.
      if (!END_OF_COPY.matcher(text).find(copy.end())) {
        problems.add(
            error(
                file,
                lineAt(text, copy.start()),
                "copy-not-terminated",
                "COPY … FROM stdin has no end: the line \\. is missing",
                "end the data with a line that holds only \\."));
      }
    }
    return problems;
  }

  private static ScriptText unreadable(SourceFile file, int line, String message, String help) {
    return new ScriptText("", List.of(error(file, line, "file-encoding", message, help)));
  }

  private static Finding error(
      SourceFile file, int line, String rule, String message, String help) {
    return Finding.at(new Location(file.path(), line, 0), rule, Severity.ERROR, message, help);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static int lineOfByte(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  /** 1-based line of an offset. */
  public static int lineAt(String text, int offset) {
    int line = 1;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** 1-based column of an offset. */
  public static int columnAt(String text, int offset) {
    return offset - text.lastIndexOf('\n', offset - 1);
  }
}

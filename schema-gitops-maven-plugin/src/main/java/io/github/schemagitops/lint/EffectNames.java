package io.github.schemagitops.lint;

import io.github.schemagitops.finding.Finding;
import io.github.schemagitops.statement.QualifiedName;
import io.github.schemagitops.trace.Blocks;
import io.github.schemagitops.trace.TableEffect;
import io.github.schemagitops.trace.TableLock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which table an effect is about. */
final class EffectNames {

  private static final Pattern PART =
      Pattern.compile("\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|[^.\"`]+");

  private EffectNames() {}

  static QualifiedName of(TableEffect effect) {
    return parse(effect.object());
  }

  /** A name as servers and reports write it, quoted in either way. */
  static QualifiedName parse(String text) {
    List<String> parts =
        PART.matcher(text).results().map(MatchResult::group).map(EffectNames::plain).toList();
    int last = parts.size() - 1;
    return last < 1
        ? QualifiedName.of(last < 0 ? text : parts.get(0))
        : QualifiedName.of(parts.get(last - 1), parts.get(last));
  }

  private static String plain(String part) {
    char quote = part.charAt(0);
    if (quote != '"' && quote != '`') {
      return part;
    }
    String q = String.valueOf(quote);
    return part.substring(1, part.length() - 1).replace(q + q, q);
  }

  /** True when both mean the same table; a name without schema matches any. */
  static boolean isAbout(Finding finding, TableEffect effect) {
    return finding.object().map(o -> same(parse(o), of(effect))).orElse(false);
  }

  static boolean same(QualifiedName a, QualifiedName b) {
    return a.name().equals(b.name())
        && (a.schema().isEmpty() || b.schema().isEmpty() || a.schema().equals(b.schema()));
  }

  static Blocks blocks(TableEffect effect) {
    return effect.lock().map(TableLock::blocks).orElse(Blocks.NOTHING);
  }
}

package io.github.schemagitops.testing;

import io.github.schemagitops.config.Database;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a client and a database server, on unencrypted connections: notes every statement
 * that is sent, and can end everything when a given one comes.
 */
public final class SqlProxy implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

  private final String url;
  private final String host;
  private final int serverPort;
  private final boolean postgres;
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private final int last;
  private volatile boolean ended;
  private final Optional<Runnable> end;

  private SqlProxy(String url, Database product, int last, Optional<Runnable> end)
      throws IOException {
    Matcher address = ADDRESS.matcher(url);
    if (!address.find()) {
      throw new IllegalArgumentException(url);
    }
    this.url = url;
    this.host = address.group(1);
    this.serverPort = Integer.parseInt(address.group(2));
    this.postgres = product == Database.POSTGRESQL;
    this.last = last;
    this.end = end;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Lets everything pass. */
  public static SqlProxy to(String url, Database product) throws IOException {
    return new SqlProxy(url, product, Integer.MAX_VALUE, Optional.empty());
  }

  /** Lets that many statements pass; with the next one all connections end, and none is taken. */
  public static SqlProxy cutAfter(int statements, String url, Database product) throws IOException {
    return new SqlProxy(url, product, statements, Optional.empty());
  }

  /** Lets that many statements pass and then ends something else, for instance the server. */
  public static SqlProxy endAfter(int statements, Runnable end, String url, Database product)
      throws IOException {
    return new SqlProxy(url, product, statements, Optional.of(end));
  }

  /** The server's URL, through the proxy. */
  public String url() {
    return ADDRESS.matcher(url).replaceFirst("//127.0.0.1:" + listener.getLocalPort() + "/");
  }

  /** What was sent so far, in order. */
  public List<String> statements() {
    synchronized (statements) {
      return List.copyOf(statements);
    }
  }

  /** True when it let no more pass. */
  public boolean hasEnded() {
    return ended;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      sockets.add(client);
      Socket server = connect(client);
      sockets.add(server);
      start(() -> server.getInputStream().transferTo(client.getOutputStream()), client, server);
      start(
          () -> {
            if (postgres) {
              postgres(new DataInputStream(client.getInputStream()), server.getOutputStream());
            } else {
              mysql(new DataInputStream(client.getInputStream()), server.getOutputStream());
            }
          },
          client,
          server);
    }
  }

  private Socket connect(Socket client) throws IOException {
    try {
      return new Socket(host, serverPort);
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  /** Messages of the client: a type, a length that counts itself, and the rest. */
  private void postgres(DataInputStream in, OutputStream out) throws IOException {
    boolean started = false;
    while (true) {
      int type = started ? in.readUnsignedByte() : -1;
      int length = in.readInt();
      byte[] body = in.readNBytes(length - 4);
      if (type == 'Q') {
        note(text(body, 0));
      } else if (type == 'P') {
        note(text(body, text(body, 0).getBytes(StandardCharsets.UTF_8).length + 1));
      }
      if (started) {
        out.write(type);
      } else {
        started = body[0] == 0 && body[1] == 3; // The others ask for encryption.
      }
      out.write(ByteBuffer.allocate(4).putInt(length).array());
      out.write(body);
      out.flush();
    }
  }

  /** Packets of the client: three bytes of length, a number within the command, the command. */
  private void mysql(DataInputStream in, OutputStream out) throws IOException {
    while (true) {
      byte[] head = in.readNBytes(4);
      if (head.length < 4) {
        throw new EOFException();
      }
      int length = ByteBuffer.wrap(new byte[] {0, head[2], head[1], head[0]}).getInt();
      byte[] body = in.readNBytes(length);
      boolean sql = head[3] == 0 && length > 0 && (body[0] == 3 || body[0] == 22);
      if (sql) {
        note(new String(body, 1, length - 1, StandardCharsets.UTF_8));
      }
      out.write(head);
      out.write(body);
      out.flush();
    }
  }

  private static String text(byte[] body, int from) {
    int to = from;
    while (body[to] != 0) {
      to++;
    }
    return new String(body, from, to - from, StandardCharsets.UTF_8);
  }

  private synchronized void note(String sql) throws IOException {
    if (statements.size() == last) {
      ended = true;
      end.ifPresent(Runnable::run);
      if (end.isEmpty()) {
        close();
        throw new EOFException();
      }
    }
    statements.add(sql);
  }

  /** Something that ends with an exception when a connection ends. */
  @FunctionalInterface
  private interface Pump {
    void run() throws IOException;
  }

  private void start(Pump pump, Socket... ends) {
    Thread thread =
        new Thread(
            () -> {
              try {
                pump.run();
              } catch (IOException e) {
                // One of the ends is gone, and so is the other.
              }
              for (Socket socket : ends) {
                closeQuietly(socket);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    sockets.forEach(SqlProxy::closeQuietly);
  }
}

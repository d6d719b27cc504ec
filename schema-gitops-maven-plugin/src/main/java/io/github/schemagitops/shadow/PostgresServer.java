package io.github.schemagitops.shadow;

/** A running throwaway PostgreSQL server. */
interface PostgresServer extends ThrowawayServer {

  /** Name of the administrator. */
  String ADMINISTRATOR = "postgres";
}

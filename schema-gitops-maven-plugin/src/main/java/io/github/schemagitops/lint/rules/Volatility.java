package io.github.schemagitops.lint.rules;

import io.github.schemagitops.lint.KnownSchema;
import io.github.schemagitops.statement.CreateRoutine;
import io.github.schemagitops.statement.QualifiedName;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a function may answer each row otherwise, as {@code pg_proc} of PostgreSQL 15 to 18 says.
 */
enum Volatility {
  /** One answer for every row of a statement. */
  STABLE,
  /** An answer of its own for each row. */
  VOLATILE,
  /** A function that no migration tells of. */
  UNKNOWN;

  /** The server's own, and those of its extensions, whatever schema these live in. */
  private static final Set<String> VOLATILE_NAMES =
      words(
          """
          array_sample array_shuffle clock_timestamp current_query currval gen_random_bytes
          gen_random_uuid gen_salt lastval nextval pg_sleep random random_normal set_config setval
          timeofday uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 uuidv4 uuidv7
          """);

  private static final Set<String> STABLE_IN_EXTENSIONS =
      words(
          """
          citext crypt digest hmac hstore similarity st_geogfromtext st_geomfromtext st_makepoint
          st_point st_setsrid text2ltree unaccent uuid_generate_v3 uuid_generate_v5 uuid_nil
          uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500
          """);

  /** The server's own that are stable or immutable. */
  private static final Set<String> STABLE_NAMES =
      words(
          """
          abbrev abs acos acosd acosh age area array_append array_cat array_dims array_fill
          array_length array_lower array_ndims array_position array_positions array_prepend
          array_remove array_replace array_reverse array_sort array_to_json array_to_string
          array_to_tsvector array_upper ascii asin asind asinh atan atan2 atan2d atand atanh
          bit bit_count bit_length bool box bpchar broadcast btrim bytea cardinality casefold
          cbrt ceil ceiling center char char_length character_length chr cidr circle
          col_description concat concat_ws convert convert_from convert_to cos cosd cosh cot
          cotd crc32 crc32c current_database current_schema current_schemas current_setting
          current_user date date_add date_bin date_part date_subtract date_trunc
          datemultirange daterange decode degrees diagonal diameter div encode enum_first
          enum_range erf erfc exp extract factorial family float4 float8 floor format
          format_type gamma gcd get_bit get_byte get_current_ts_config getdatabaseencoding
          getpgusername hashtext height host hostmask inet_client_addr inet_client_port
          inet_server_addr inet_server_port initcap int2 int4 int4multirange int4range int8
          int8multirange int8range interval is_normalized isclosed isempty isfinite
          ishorizontal isopen isparallel isperp isvertical json_array_length json_build_array
          json_build_object json_object json_populate_record json_strip_nulls json_to_record
          json_to_tsvector json_typeof jsonb_array_length jsonb_build_array jsonb_build_object
          jsonb_concat jsonb_insert jsonb_object jsonb_path_exists jsonb_path_exists_tz
          jsonb_path_match jsonb_path_match_tz jsonb_path_query_array
          jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz
          jsonb_populate_record jsonb_populate_record_valid jsonb_pretty jsonb_set
          jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_tsvector jsonb_typeof
          justify_days justify_hours justify_interval lcm left length lgamma like line ln log
          log10 lower lower_inc lower_inf lpad lseg ltrim macaddr macaddr8 make_date
          make_interval make_time make_timestamp make_timestamptz masklen md5 min_scale mod
          money multirange mxid_age name netmask network normalize notlike now npoints
          num_nonnulls num_nulls numeric nummultirange numrange obj_description octet_length
          oid overlaps overlay parse_ident path pclose pg_backend_pid pg_current_xact_id
          pg_get_serial_sequence pg_postmaster_start_time pg_size_pretty pg_typeof
          phraseto_tsquery pi plainto_tsquery point polygon popen position pow power querytree
          quote_ident quote_literal quote_nullable radians radius regclass regexp_count
          regexp_instr regexp_like regexp_match regexp_replace regexp_split_to_array
          regexp_substr repeat replace reverse right round row_to_json rpad rtrim scale
          session_user set_bit set_byte set_masklen setweight sha224 sha256 sha384 sha512
          shobj_description sign sin sind sinh slope split_part sqrt starts_with
          statement_timestamp string_to_array strip strpos substr substring system_user tan
          tand tanh text textcat textlen time timestamp timestamptz timetz timezone to_ascii
          to_bin to_char to_date to_hex to_json to_jsonb to_number to_oct to_regclass
          to_regcollation to_regnamespace to_regoper to_regoperator to_regproc to_regprocedure
          to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector
          transaction_timestamp translate trim_array trim_scale trunc ts_headline ts_rewrite
          tsmultirange tsrange tstzmultirange tstzrange tsvector_to_array txid_current unistr
          upper upper_inc upper_inf uuid_extract_timestamp uuid_extract_version varbit varchar
          version websearch_to_tsquery width width_bucket xml xml_is_well_formed
          xml_is_well_formed_content xml_is_well_formed_document xmlcomment xmlexists xmltext
          xmlvalidate xpath xpath_exists
          """);

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** What is known of a function. */
  static Volatility of(QualifiedName function, KnownSchema schema) {
    String name = function.name();
    Optional<CreateRoutine> own = schema.routine(function);
    boolean builtIn = function.schema().filter(s -> !s.equals("pg_catalog")).isEmpty();
    if (builtIn && STABLE_NAMES.contains(name)) {
      return STABLE;
    }
    if (own.isPresent()) {
      return own.get().isVolatile() ? VOLATILE : STABLE;
    }
    if (VOLATILE_NAMES.contains(name)) {
      return VOLATILE;
    }
    return STABLE_IN_EXTENSIONS.contains(name) ? STABLE : UNKNOWN;
  }
}

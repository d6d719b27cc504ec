package io.github.schemagitops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemagitops.finding.SchemaGitOpsException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlsTest {

  private static final String CANARY = "hunter2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://ada:hunter2@db/shop",
        "jdbc:postgresql://ada:x/hunter2@db/shop",
        "jdbc:postgresql://ada:x#hunter2@db/shop",
        "jdbc:postgresql://hunter2@db/shop",
        "jdbc:postgresql://db/shop?password=hunter2",
        "jdbc:postgresql://db/shop?PASSWORD=hunter2",
        "jdbc:postgresql://db/shop?user=ada&Password=hunter2&ssl=true",
        "jdbc:postgresql://db/shop?password=x;hunter2",
        "jdbc:postgresql:shop?password=hunter2",
        "jdbc:postgresql://db/shop?sslpassword=hunter2",
        "jdbc:mysql://db/shop?trustCertificateKeyStorePassword=hunter2",
        "jdbc:mysql://db/shop?password1=hunter2",
        "jdbc:sqlserver://db;databaseName=shop;password=hunter2;encrypt=true",
        "jdbc:sqlserver://db;pwd=hunter2",
        "jdbc:postgresql://db/shop?ssl_passphrase=hunter2",
        "jdbc:sqlserver://db;accessToken=hunter2",
        "jdbc:sqlserver://db;clientSecret=hunter2",
        "jdbc:mariadb://ada:hunter2@db/shop",
        "jdbc:mariadb://ada:hunter2@db:3306/shop?sslMode=trust",
        "jdbc:mysql://ada:hunter2@one,ada:hunter2@two/shop",
        "jdbc:mysql://db/shop?user=ada&password=hunter2",
        "jdbc:mariadb://db/shop?user=ada&keyStorePassword=hunter2",
        "jdbc:mysql://address=(host=db)(user=ada)(password=hunter2)/shop",
        "jdbc:mysql://(host=db,user=ada,password=hunter2)/shop"
      })
  void credentials_are_refused_and_never_shown(String url) {
    assertThat(JdbcUrls.redact(url)).doesNotContain(CANARY).contains("***");
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> environment("prod-eu", url))
        .withMessageStartingWith("environment 'prod-eu': the URL contains credentials: ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY))
        .satisfies(e -> assertThat(e.remedy()).contains("SCHEMA_PROD_EU_PASSWORD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db:5432/shop",
        "jdbc:postgresql://one:5432,two:5432/shop?targetServerType=primary",
        "jdbc:postgresql://db/shop?user=ada@server&ssl=true",
        "jdbc:postgresql://[::1]:5432/shop?sslmode=verify-full&sslrootcert=ca.pem",
        "JDBC:postgresql://db/shop",
        "jdbc:mysql://db:3306/shop?connectionTimeZone=UTC&useSSL=true",
        "jdbc:mariadb:sequential://one:3306,two/shop?sslMode=verify-full&serverSslCert=ca.pem",
        "jdbc:mysql://address=(host=db)(port=3306)/shop"
      })
  void other_urls_are_taken_and_shown_as_they_are(String url) {
    assertThat(JdbcUrls.redact(url)).isEqualTo(url);
    assertThat(environment("production", url).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/shop?socketFactory=evil.Factory",
        "jdbc:postgresql://db/shop?ssl=true&SSLFACTORY=evil.Factory",
        "jdbc:postgresql://db/shop?loggerFile=/etc/cron.d/x",
        "jdbc:mysql://db/shop?autoDeserialize=true",
        "jdbc:mysql://db/shop?allowLoadLocalInfile=true",
        "jdbc:mariadb://db/shop?allowLocalInfile=true",
        "jdbc:mysql://db/shop?propertiesTransform=evil.Transform",
        "jdbc:mysql://db/shop?a=b&connectionLifecycleInterceptors=evil.Interceptor",
        "jdbc:mysql://(host=db,queryInterceptors=evil.Interceptor)/shop",
        "jdbc:mariadb://db/shop?credentialType=ENV"
      })
  void properties_that_make_a_driver_run_code_are_refused(String url) {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> environment("production", url))
        .withMessageContaining("is not allowed: it lets the driver load code or files");
  }

  @Test
  void secrets_are_what_stands_in_their_places() {
    assertThat(JdbcUrls.secrets("jdbc:mariadb://ada:hunter2@db/shop?password=pass2"))
        .containsExactly("hunter2", "pass2");
    assertThat(JdbcUrls.secrets("jdbc:mariadb://db/shop?user=ada")).isEmpty();
  }

  @Test
  void what_is_no_jdbc_url_is_quoted_without_its_password() {
    assertThatExceptionOfType(SchemaGitOpsException.class)
        .isThrownBy(() -> environment("production", "postgresql://ada:hunter2@db/shop"))
        .withMessage("environment 'production': 'postgresql://***@db/shop' is not a JDBC URL");
  }

  @Test
  void redaction_leaves_the_rest_of_a_sentence_alone() {
    assertThat(JdbcUrls.redact("no route to //a:b@c/d?password=e, tried twice at ada@example.org"))
        .isEqualTo("no route to //***@c/d?password=*** tried twice at ada@example.org");
  }

  @Test
  void a_secret_prints_as_stars() {
    Secret secret = new Secret(CANARY);

    assertThat(secret).hasToString("***");
    assertThat(secret.reveal()).isEqualTo(CANARY);
    assertThat(new Environment("p", "jdbc:postgresql:x", Optional.of("ada"), Optional.of(secret)))
        .asString()
        .doesNotContain(CANARY);
  }

  private static Environment environment(String id, String url) {
    return new Environment(id, url, Optional.empty(), Optional.empty());
  }
}

import io.github.schemagitops.it.ItDatabase

return ItDatabase.isAvailableInContainer('mariadb:11.8')

import io.github.schemagitops.it.ItDatabase

return ItDatabase.isAvailableInContainer('mysql:9.7')

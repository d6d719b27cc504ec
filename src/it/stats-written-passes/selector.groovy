import io.github.schemagitops.it.ItDatabase

return ItDatabase.available

import com.sun.net.httpserver.HttpServer
import io.github.schemagitops.it.ItDatabase
import io.github.schemagitops.it.ItGit

ItGit.init(basedir).commit('the whole project', 'src')
ItDatabase.create(basedir, context)

// The receiver of the webhook; settings.xml has its address as a server's password.
def received = Collections.synchronizedList([])
def receiver = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
receiver.createContext('/') { exchange ->
    received << exchange.requestBody.getText('UTF-8')
    exchange.sendResponseHeaders(204, -1)
    exchange.close()
}
receiver.start()
context.receiver = receiver
context.received = received
context.userProperties.setProperty(
    'alert.url', "http://127.0.0.1:${receiver.address.port}/hook-s3cr3t".toString())

return true

package dev.gator.tck.wire;

import dev.gator.error.GatorException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that nobody signed but itself, made by the running JDK's keytool, with its key. A client that checks
 * certificates must refuse it; one that is given {@link #trust()} accepts it. Immutable; making one takes about a second.
 */
public final class WireTls {

    private static final String ALIAS = "wire";
    private static final String PASSWORD = "wire-server";
    private static final long KEYTOOL_SECONDS = 60;

    private final X509Certificate certificate;
    private final SSLContext server;
    private final SSLContext trust;

    private WireTls(KeyStore keys) throws GeneralSecurityException, IOException {
        this.certificate = (X509Certificate) keys.getCertificate(ALIAS);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        this.server = SSLContext.getInstance("TLS");
        server.init(own.getKeyManagers(), null, null);
        this.trust = SSLContext.getInstance("TLS");
        trust.init(null, trusting(certificate).getTrustManagers(), null);
    }

    /** Returns a certificate for localhost and 127.0.0.1, valid from now. */
    public static WireTls selfSigned() {
        return make(List.of("-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "2"));
    }

    /** Returns a certificate that ran out yesterday. */
    public static WireTls expired() {
        return make(List.of("-ext", "san=dns:localhost,ip:127.0.0.1", "-startdate", "-2d", "-validity", "1"));
    }

    /** Returns a certificate for another host. */
    public static WireTls forHost(String host) {
        return make(List.of("-ext", "san=dns:" + host, "-validity", "2"));
    }

    /** Returns the certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Returns a client's context that trusts this certificate and no other. */
    public SSLContext trust() {
        return trust;
    }

    Socket wrap(Socket raw) throws IOException {
        SSLSocket socket = (SSLSocket)
                server.getSocketFactory().createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static TrustManagerFactory trusting(X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        known.setCertificateEntry(ALIAS, certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory;
    }

    private static WireTls make(List<String> options) {
        try {
            Path folder = Files.createTempDirectory("wire");
            Path file = folder.resolve("keys.p12");
            try {
                keytool(file, options);
                KeyStore keys = KeyStore.getInstance("PKCS12");
                try (InputStream in = Files.newInputStream(file)) {
                    keys.load(in, PASSWORD.toCharArray());
                }
                return new WireTls(keys);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new GatorException(WireError.NO_CERTIFICATE, "making a certificate with keytool", e);
        }
    }

    private static void keytool(Path file, List<String> options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1"));
        builder.command().addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-dname", "CN=wire server"));
        builder.command().addAll(List.of("-keystore", file.toString()));
        builder.command().addAll(options);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        } finally {
            process.destroy();
        }
    }
}

package dev.monsh.adapter.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "http_proxy=http://p:3128, http://box:9090, HTTP p:3128",
        "HTTP_PROXY=http://p:3128, http://box:9090, HTTP p:3128",
        "http_proxy=p:3128, http://box:9090, HTTP p:3128",
        "http_proxy=HTTP://p, http://box:9090, HTTP p:80",
        "https_proxy=http://p:1, https://box, HTTP p:1",
        "http_proxy=http://p:1, https://box, DIRECT",
        "https_proxy=http://p:1, http://box, DIRECT",
        "all_proxy=socks5://p, http://box, SOCKS p:1080",
        "ALL_PROXY=socks5h://p:9, https://box, SOCKS p:9",
        "all_proxy=socks5://p http_proxy=http://q:1, http://box, HTTP q:1",
        "http_proxy=, http://box, DIRECT",
        "x=y, http://box, DIRECT"
    })
    void theVariableOfTheSchemeComesBeforeThatOfAll(String variables, String url, String proxy) {
        assertThat(shown(choice(variables, url).proxy())).isEqualTo(proxy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9090",
                "http://127.0.0.1:9090",
                "http://127.9.9.9",
                "http://[::1]:9090",
                "http://a.localhost"
            })
    void thisMachineIsReachedDirectly(String url) {
        assertThat(choice("http_proxy=http://p:1", url)).isSameAs(ProxyChoice.DIRECT);
    }

    @ParameterizedTest
    @CsvSource({
        "*, box.site.example, true",
        "site.example, box.site.example, true",
        ".site.example, box.site.example, true",
        "*.site.example, box.site.example, true",
        "SITE.example, BOX.site.EXAMPLE, true",
        "box.site.example, box.site.example, true",
        "site.example:9090, box.site.example, true",
        "site.example:9091, box.site.example, false",
        "ite.example, box.site.example, false",
        "'a, b ,box.site.example', box.site.example, true",
        "100.64.0.0/10, 100.64.0.7, true",
        "100.64.0.0/10, 100.128.0.7, false",
        "100.64.0.7, 100.64.0.7, true",
        "fd00::/8, [fd12::1], true",
        "fd12::1, [fd12::1], true",
        "fd00::/8, [fe80::1], false",
        "'', box, false",
        "'  ', box, false"
    })
    void exemptHostsAreReachedDirectly(String exempt, String host, boolean direct) {
        Map<String, String> environment = Map.of("http_proxy", "http://p:1", "no_proxy", exempt);
        boolean chosen =
                new ProxyChoice(environment).proxyFor(URI.create("http://" + host + ":9090")) == ProxyChoice.DIRECT;
        assertThat(chosen).isEqualTo(direct);
    }

    @Test
    void theUserOfAProxyIsKeptApart() {
        ProxyChoice.Choice choice = choice("http_proxy=http://me:pa%40ss@p:3128", "http://box");
        assertThat(shown(choice.proxy())).isEqualTo("HTTP p:3128");
        assertThat(choice.userInformation()).isEqualTo("me:pa@ss");
    }

    @ParameterizedTest
    @CsvSource({
        "http_proxy=https://u:s3cret@p, http_proxy",
        "http_proxy=ftp://s3cret, http_proxy",
        "http_proxy=http://s3cret host, http_proxy",
        "all_proxy=http://, all_proxy",
        "http_proxy=://s3cret, http_proxy"
    })
    void whatIsNoProxyIsToldWithoutItsValue(String variable, String name) {
        String[] nameAndValue = variable.split("=", 2);
        assertThatThrownBy(() ->
                        new ProxyChoice(Map.of(nameAndValue[0], nameAndValue[1])).proxyFor(URI.create("http://box")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("environment variable " + name
                        + ": isn't a proxy URL; use http://HOST:PORT or socks5://HOST:PORT");
    }

    private static ProxyChoice.Choice choice(String variables, String url) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ")) {
            String[] nameAndValue = variable.split("=", 2);
            environment.put(nameAndValue[0], nameAndValue[1]);
        }
        return new ProxyChoice(environment).proxyFor(URI.create(url));
    }

    private static String shown(Proxy proxy) {
        return proxy.address() instanceof InetSocketAddress address
                ? proxy.type() + " " + address.getHostString() + ":" + address.getPort()
                : proxy.type().name();
    }
}

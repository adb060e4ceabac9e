package dev.monsh.adapter.yaml.compose;

import java.util.List;
import java.util.Map;

/** Compose files of every shape that the reader must take as Compose itself does. */
final class ComposeCases {

    /** A folder with a stack: its files by name. */
    record Case(String name, Map<String, String> files) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** What the environment holds while the files are read. */
    static final Map<String, String> ENVIRONMENT =
            Map.of("SET", "given", "EMPTY", "", "PORT", "9191", "BOTH", "from the environment");

    private ComposeCases() {}

    static List<Case> all() {
        return List.of(
                one("one service", "image: prom/prometheus"),
                one("a digest and a registry", """
                        image: registry.example:5000/mirror/prom/prometheus:v3.5.0@sha256:\
                        1111111111111111111111111111111111111111111111111111111111111111
                        """),
                one("ports in every short form", """
                        image: a
                        ports: ["9090", "9091:9090", "127.0.0.1:9092:9090", "[::1]:9093:9090", "127.0.0.1::9094", 8080:80,
                                "53:53/udp", "9095:9090/tcp"]
                        """),
                one("ranges of ports", """
                        image: a
                        ports: ["3000-3002", "9090-9091:8080-8081", "127.0.0.1:5000-5001:5000-5001"]
                        """),
                one("ports in the long form", """
                        image: a
                        ports:
                          - {target: 80, published: "8080", host_ip: 127.0.0.1, protocol: tcp, mode: host}
                          - {target: 81, published: 8081}
                          - {target: 82}
                          - {target: 53, published: 53, protocol: udp}
                        """),
                one("volumes in every short form", """
                        image: a
                        volumes: [./conf:/conf, ../up:/up:ro, ~/logs:/logs, ~:/home, /abs/x/:/abs:rw, data:/data, /anon,
                                  ./a/../b:/c/./d/, "./z:/z:z,ro", .:/here]
                        """, "volumes: {data: {}}"),
                one("volumes in the long form", """
                        image: a
                        volumes:
                          - {type: bind, source: ./conf, target: /conf, read_only: true}
                          - {type: volume, source: data, target: /data}
                          - {type: bind, source: ~/x, target: /x}
                        """, "volumes: {data: {}}"),
                one("a command as text", """
                        image: a
                        command: --config.file=/etc/x --label 'a b' "c \\"d\\" e" f\\ g ''
                        """),
                one("a command with an operator of the shell", "image: a\ncommand: serve --fast && echo x"),
                one("a command as a list", "image: a\ncommand: ['--a', -b, '5', 'true', 'c d']"),
                one("an empty command", "image: a\ncommand: []"),
                one("the environment as a mapping", """
                        image: a
                        environment: {A: x, B: 5, C: true, D: "", SET: , MISSING: , E: 'a=b'}
                        """),
                one("the environment as a list", """
                        image: a
                        environment: [A=x, B=, SET, MISSING, "C=a b=c"]
                        """),
                one("the machine's network", "image: a\nnetwork_mode: host\npid: host"),
                one("variables", """
                        image: "a:${SET}"
                        command: ["$SET", "${SET:-x}", "${EMPTY:-x}", "${EMPTY-x}", "${MISSING:-x}", "${MISSING-x}",
                                  "${SET:+y}", "${EMPTY:+y}", "${EMPTY+y}", "${MISSING+y}", "${SET:?e}", "${EMPTY?e}",
                                  "$$SET", "$${SET}", "${MISSING:-${SET}}", "${MISSING:-a${EMPTY:-b}c}", "x${MISSING}y",
                                  "${SET:-${MISSING:-never used}}", "${MISSING:-http://x:1/}"]
                        ports: ["${PORT}:9090", "${HOST_PORT:-9292}:9292"]
                        volumes: ["${DIR:-./logs}:${DIR:-/logs}"]
                        """),
                new Case(
                        "a file of variables",
                        Map.of(
                                "compose.yaml",
                                "services: {a: {image: 'i:${TAG}', command: ['${A}', '${B}', '${C}', '${D}', '${BOTH}', '${E}']}}",
                                ".env",
                                """
                        # a comment
                        TAG=1.2
                        export A=plain value # no more
                        B="double $TAG \\"quoted\\" # kept"
                        C='single $TAG'
                        D=${TAG}-x
                        BOTH=from the file
                        E=a#b
                        """)),
                new Case("anchors and merges", Map.of("docker-compose.yml", """
                        x-base: &base
                          image: prom/prometheus
                          command: [a]
                          environment: &env {A: x}
                        x-more: &more {command: [b], restart: always}
                        services:
                          one: {<<: *base}
                          two:
                            <<: [*more, *base]
                            environment: {<<: *env, B: y}
                          three:
                            image: c
                            ports: &ports ["1:1"]
                          four: {image: d, ports: *ports}
                        """)),
                new Case("an override", Map.of("compose.yaml", """
                        services:
                          a:
                            image: one
                            command: [a, b]
                            ports: ["1000:1", "127.0.0.1:2000:2"]
                            volumes: [./x:/x, ./y:/y]
                            environment: {A: x, B: y}
                          b: {image: two, environment: [A=x, B=y]}
                        """, "compose.override.yml", """
                        services:
                          a:
                            image: other
                            command: [c]
                            ports: ["3000:3", "1000:1"]
                            volumes: [./other:/x, ./z:/z:ro]
                            environment: [B=z, C=w]
                          b: {environment: {B: z}, command: x y}
                          c: {image: three}
                        """)),
                new Case(
                        "an override that replaces and removes",
                        Map.of("docker-compose.yml", """
                        services:
                          a: {image: one, command: [a], ports: ["1000:1"], environment: {A: x, B: y}}
                        """, "docker-compose.override.yml", """
                        services:
                          a:
                            ports: !override ["2000:2"]
                            command: !reset null
                            environment: {A: !reset null}
                        """)),
                new Case(
                        "several Compose files",
                        Map.of(
                                "compose.yml", "services: {b: {image: b}}",
                                "compose.yaml", "services: {a: {image: a}}",
                                "docker-compose.yml", "services: {c: {image: c}}")),
                new Case("profiles", Map.of("compose.yaml", """
                        services:
                          a: {image: a}
                          b: {image: b, profiles: [debug]}
                        """)),
                new Case("a service that extends another", Map.of("compose.yaml", """
                        services:
                          base: {image: a, command: [x], environment: {A: x}, volumes: [./a:/a], ports: ["1:1"]}
                          b: {extends: base, environment: {B: y}, ports: ["2:2"]}
                          c: {extends: {service: base}, image: c, command: y, volumes: [./b:/a]}
                        """)),
                new Case(
                        "environment files",
                        Map.of("compose.yaml", """
                        services:
                          a: {image: a, env_file: a.env, environment: {B: own}}
                          b: {image: b, env_file: [a.env, b.env]}
                        """, "a.env", "A=x\nB=from the file\n", "b.env", "A=y\nC=\"q\"\n")),
                one("a health check and much else", """
                        image: prom/prometheus:v3.5.0
                        restart: unless-stopped
                        healthcheck: {test: [CMD, wget, -q, "-O-", "http://localhost:9090/-/ready"], interval: 5s}
                        logging: {driver: json-file, options: {max-size: 10m}}
                        deploy: {resources: {limits: {memory: 512M}}}
                        user: "0"
                        labels: [a=b]
                        extra_hosts: ["host.docker.internal:host-gateway"]
                        """),
                one("values of the environment that look like something else", """
                        image: a
                        environment: {A: "yes", B: "1.50", G: ~, K: "null", L: 12345678901, M: -1}
                        """),
                one("ports that look like something else", """
                        image: a
                        ports: [9090, 22:22, "${IP:-127.0.0.1}:7001:7001", "7003:7003/TCP"]
                        """),
                one("volumes that look like something else", """
                        image: a
                        volumes: [logs:/logs, "$HOME/x:/x", "./a b:/a b", "/v:/v:ro,Z", "${SET}:/given"]
                        """, "volumes: {logs: {}, given: {}}"),
                one("commands that are nothing", "image: a\ncommand:"),
                one("a command of blanks", "image: a\ncommand: '  '"),
                one("a command over several lines", """
                        image: a
                        command: |
                          --one=1 \\
                          --two='a  b'
                          "--three=x y"
                        """),
                one("defaults with colons, braces and dollars", """
                        image: a
                        command: ["${A:-a:b}", "${A-}", "${A:-{{x}}}", "${A:-$$x}", "a$$$$b", "${A:-${B:-${SET}}}",
                                  "${SET:+${MISSING:-m}}", "$SET-$SET", "$SET.$SET", "${SET}x"]
                        """),
                new Case("a file of variables in every form", Map.of("compose.yaml", """
                        services:
                          a:
                            image: a
                            command: ["${A}", "${B}", "${C}", "${D}", "${E}", "${F}", "${G}", "${H}", "${I}", "${K}", "${L}",
                                      "${M}"]
                        """, ".env", """
                        A=
                        B = spaced
                        C: colon
                        D="a\\nb\\tc"
                        E='a\\nb'
                        F="several
                        lines"
                        G=a b  c   # no
                        H="#kept"
                        I=${A:-empty}
                        SET
                        K="$$D"
                        L=x=y=z
                        M='it is "quoted"'
                        """)),
                new Case(
                        "overrides of lists and mappings",
                        Map.of("docker-compose.yml", """
                        services:
                          a:
                            image: a
                            environment: [A=1, B=2]
                            ports: [{target: 1, published: "1000"}, "127.0.0.1:2000:2"]
                            volumes: ["./a:/x", "vol:/v"]
                            command: [a]
                        volumes: {vol: {}}
                        """, "docker-compose.override.yaml", """
                        services:
                          a:
                            environment: [B=3, C]
                            ports: ["1000:1", "2000:2"]
                            volumes: ["./b:/x:ro", "vol:/w"]
                            command:
                        """)),
                new Case(
                        "an extended service with an override",
                        Map.of("compose.yml", """
                        services:
                          base: {image: a, command: [x], environment: [A=1]}
                          b: {extends: {service: base}, environment: {A: "2", B: "3"}}
                        """, "compose.override.yaml", """
                        services:
                          base: {command: [y]}
                          b: {image: c}
                        """)),
                new Case(
                        "environment files in the long form",
                        Map.of("compose.yaml", """
                        services:
                          a:
                            image: a
                            env_file: [{path: ./a.env, required: true}, {path: none.env, required: false}]
                        """, "a.env", "A=${SET}\nB=$A\nC='$A'\n")),
                one("block scalars", """
                        image: a
                        command: >
                          --config.file=/x
                          --web.enable-lifecycle
                        """),
                new Case("JSON", Map.of("compose.yaml", """
                        {"services": {"a": {"image": "a", "ports": ["1:1"], "command": ["x"]}}}
                        """)),
                one("a lone dollar sign", """
                        image: a
                        command: ['--exclude=^/(sys|proc|dev)($|/)', 'a$', '$ x', '$1', '$$$', '$}', '$-x', '$(x)', '$[x]',
                                  '$é', 'x$:y', '${A:-$}', '${A:-a$|b}', '${SET:?$}', '$$$SET', '$ ${SET}']
                        """),
                new Case("a lone dollar sign in a file of variables", Map.of("compose.yaml", """
                        services:
                          a: {image: a, command: ["${A}", "${B}", "${C}", "${D}"]}
                        """, ".env", """
                        A=a$
                        B="a$|"
                        C=a $ b
                        D='$'
                        """)),
                new Case("escapes in a file of variables", Map.of("compose.yaml", """
                        services:
                          a:
                            image: a
                            command: ["${A}", "${B}", "${C}", "${D}", "${E}", "${F}", "${G}", "${H}", "${I}"]
                        """, ".env", """
                        A="\\0101b"
                        B="\\033[0m"
                        C="\\0777"
                        D="\\09 \\0 \\00"
                        E="\\01012 x\\0041"
                        F="a\\tb\\n|"
                        G="\\x41 \\q \\101 \\c"
                        H="\\"q\\""
                        I='\\0101'
                        """)),
                new Case("tabs where YAML allows them", Map.of("compose.yaml", """
                        services:\t
                          a:\t
                            image:\ta\t# c
                            command: [\ta,\tb\t]
                          b:
                            image\t: "b"\t
                            environment: {X:\t"1\t2"}
                          c:
                            image: c
                            command: |
                              a
                              \tb
                        """)),
                new Case("merge keys in a list, twice and below each other", Map.of("compose.yaml", """
                        x-one: &one {image: one, command: [a]}
                        x-two: &two
                          <<: *one
                          environment: {A: "1"}
                        services:
                          a: {<<: *two, image: a}
                          b: {<<: [*two, *one]}
                          c:
                            image: c
                            <<: *one
                          d: {<<: *two, environment: {B: "2"}}
                          e:
                            <<: {image: e}
                        """)),
                new Case("a second document", Map.of("compose.yaml", """
                        services:
                          a: {image: x, command: [p], ports: ["1:1"]}
                        ---
                        services:
                          a: {command: [q], ports: ["2:2"]}
                          b: {image: y}
                        """)),
                new Case("three documents, and the end of one", Map.of("compose.yaml", """
                        services:
                          a: {image: x}
                        ...
                        ---
                        services:
                          a: {environment: {A: "1"}}
                        ---
                        services:
                          a: {environment: {A: "2", B: "3"}}
                        """)),
                new Case("text in another script", Map.of("compose.yaml", """
                        services:
                          a: {image: a, environment: {NAME: "größe – 测量"}, command: ["--x=Ω"]}
                        """)));
    }

    private static Case one(String name, String service, String... more) {
        return new Case(
                name, Map.of("compose.yaml", "services:\n  a:\n" + service.indent(4) + String.join("\n", more) + "\n"));
    }
}

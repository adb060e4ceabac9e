package dev.monsh.gateway.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.testing.NginxCorpus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NginxFileTest {

    static Stream<NginxCorpus.Sample> samples() {
        return NginxCorpus.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_file_is_read_where_nginx_reads_it_and_else_refused_with_its_place(NginxCorpus.Sample sample) {
        if (sample.valid()) {
            assertThat(parse(sample.bytes()).bytes()).isEqualTo(sample.bytes());
        } else {
            assertThatThrownBy(() -> parse(sample.bytes()))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            failure -> assertThat(failure.problems())
                                    .singleElement()
                                    .satisfies(problem -> {
                                        assertThat(problem.line()).isPositive();
                                        assertThat(problem.column()).isPositive();
                                    }));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_tokens_put_together_are_the_file(NginxCorpus.Sample sample) {
        if (sample.valid()) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (Token token : NginxLexer.tokens(new NginxSource("f", sample.bytes()))) {
                joined.write(sample.bytes(), token.start(), token.end() - token.start());
            }
            assertThat(joined.toByteArray()).isEqualTo(sample.bytes());
        }
    }

    @Test
    void the_corpus_is_large() {
        assertThat(NginxCorpus.all()).hasSizeGreaterThan(140);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server { listen 9090; return 200 ok}; } | ok}
            server { add_header X "a;b}{#c"; } | a;b}{#c
            server { add_header X 'it''s'; } | refused
            server { return 302 http://${host}:9091/; } | http://${host}:9091/
            server { rewrite ^/a#b /c; } | /c
            server { proxy_pass 'http://a'; } | http://a
            server { add_header X a\\;b; } | a\\;b
            server { add_header X "a\\"b"; } | a"b
            server { add_header X "a\\\\b"; } | a\\b
            server { add_header X "a\\qb"; } | a\\qb
            """)
    void the_last_word_of_the_only_directive_is_what_nginx_takes_it_for(String text, String word) {
        if (word.equals("refused")) {
            assertThatThrownBy(() -> parse(text)).isInstanceOf(ConfigurationException.class);
        } else {
            Directive last =
                    parse(text).root().directives().getFirst().children().getLast();
            assertThat(last.arguments().getLast()).isEqualTo(word.replace("\\\\", "\\"));
        }
    }

    @Test
    void comments_between_words_are_kept_apart_from_them() {
        Directive directive = parse("add_header # name; {\n X # value\n y;")
                .root()
                .directives()
                .getFirst();

        assertThat(directive.arguments()).containsExactly("X", "y");
        assertThat(directive.comments()).extracting(Comment::text).containsExactly("name; {", "value");
    }

    @Test
    void a_fault_has_the_line_and_the_column_in_characters() {
        assertThatThrownBy(() -> parse("# \u00fc\nadd_header \u00fc \"a\"b;"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("f:2:17: the closing quote must be followed by");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server { listen 1; | f:1:8: this block is never closed
            server { } } | f:1:12: unexpected '}' without a block to close
            server { listen 1 } | f:1:19: unexpected '}'
            server { ; } | f:1:10: unexpected ';'
            listen 1 | f:1:1: the file ends within this directive
            server { a "b; } | f:1:12: this quote is never closed
            """)
    void a_refusal_says_what_is_wrong(String text, String message) {
        assertThatThrownBy(() -> parse(text)).hasMessageStartingWith(message);
    }

    @Test
    void a_program_in_lua_is_kept_and_its_braces_are_not_nginxs() {
        String lua = " local a = '}' -- }\n local b = [[ } ]] --[==[ } ]==] if x then y = { z = \"\\\"}\" } end ";
        Directive block = parse("content_by_lua_block {" + lua + "}\nserver { }")
                .root()
                .directives()
                .getFirst();

        assertThat(block.lua()).isEqualTo(lua);
        assertThat(parse("a_by_lua_block {}").root().directives()).hasSize(1);
        assertThatThrownBy(() -> parse("a_by_lua_block { '}' ")).hasMessageContaining("never closed");
    }

    @Test
    void blocks_without_end_end_in_a_message_and_not_in_a_stack_overflow() {
        assertThatThrownBy(() -> parse("a{".repeat(100_000)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nested more than");
    }

    @Test
    void an_edit_that_would_take_more_than_is_meant_is_refused() {
        NginxFile file = parse("server { listen 1; }\n# end\n");
        Directive listen = file.root().directives().getFirst().children().getFirst();

        assertThatThrownBy(() -> new NginxEditor().apply(file, List.of(NginxEdit.insertion(listen.start(), "# "))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("f:1:10");
        assertThatThrownBy(() -> new NginxEditor()
                        .apply(file, List.of(new NginxEdit.Replace(listen.start(), listen.end(), "", List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_word_that_is_set_keeps_its_quotes_and_all_bytes_that_stay_the_same() {
        NginxFile file = parse("a 'http://h:1/x';");
        Word word = file.root().directives().getFirst().words().get(1);

        assertThat(text(new NginxEditor().apply(file, List.of(new NginxEdit.SetWord(word, "http://h:2/x")))))
                .isEqualTo("a 'http://h:2/x';");
        assertThat(text(new NginxEditor().apply(file, List.of(new NginxEdit.SetWord(word, "it's {")))))
                .isEqualTo("a 'it\\'s {';");
    }

    @Test
    void a_comment_between_words_is_never_lost_to_new_parameters() {
        NginxFile file = parse("a b # c\n d;");
        Directive directive = file.root().directives().getFirst();

        assertThatThrownBy(() ->
                        new NginxEditor().apply(file, List.of(new NginxEdit.SetArguments(directive, List.of("e")))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("by hand");
    }

    private static String text(NginxFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static NginxFile parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static NginxFile parse(byte[] bytes) {
        return NginxFile.parse("f", bytes);
    }
}

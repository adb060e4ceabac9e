package dev.monsh.cli;

import java.util.regex.Pattern;

/** Recognises lines that may hold a password or a token. Some that hold none are taken for one; they are only not kept. */
public final class SecretText {

    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s:@\"']+:[^/\\s@\"']+@");

    /** Names of files, variables and commands that hold a secret are no secrets. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|access[_-]?key|auth[_-]?key)(?![\\w-]*(?:[_-](?:file|env|command)))[\\w-]*\\s*[=: ]\\s*[\"']?[^\\s\"'={}]{6,}");

    /** Behind an equals sign a short one counts as well; a variable to be filled in does not. */
    private static final Pattern SET =
            Pattern.compile("(?i)(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key)\\s*=\\s*[\"']?[^\\s\"'={}~$]");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(?:bearer|basic)\\s+[\\w.+/=-]{8,}");

    /** Tokens of Tailscale, Grafana, AWS and GitHub, and JSON Web Tokens. */
    private static final Pattern KNOWN =
            Pattern.compile("\\b(?:tskey-|glsa_|glc_|AKIA[0-9A-Z]{12}|ASIA[0-9A-Z]{12}|gh[pousr]_|eyJ[\\w-]{10,}\\.)");

    private SecretText() {}

    /** Tells whether a line may hold one. */
    public static boolean mayBeIn(String line) {
        return USER_INFO.matcher(line).find()
                || NAMED.matcher(line).find()
                || SET.matcher(line).find()
                || BEARER.matcher(line).find()
                || KNOWN.matcher(line).find();
    }
}

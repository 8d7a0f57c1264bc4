# Finds JDK 25. Sourced by the launcher and by the build scripts; forks only when it has to ask PATH.

# is_jdk25 DIR: whether DIR is a JDK or runtime of release 25. Reads its release file, starts nothing.
is_jdk25() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            'JAVA_VERSION="25"' | 'JAVA_VERSION="25.'*) return 0 ;;
        esac
    done <"$1/release"
    return 1
}

# find_jdk25 [DIR...]: sets jdk to the first that is release 25 of: the DIRs, the java on PATH, the usual folders.
# Returns 1 where there is none.
find_jdk25() {
    for jdk in "$@"; do
        [ -n "$jdk" ] && is_jdk25 "$jdk" && return 0
    done
    if jdk=$(command -v java); then
        jdk=$(readlink -f "$jdk")
        jdk=${jdk%/bin/java}
        is_jdk25 "$jdk" && return 0
    fi
    for jdk in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/java/*; do
        is_jdk25 "$jdk" && return 0
    done
    jdk=
    return 1
}

no_jdk25() {
    cat >&2 <<'END'
holdfast: JDK 25 not found. Looked at JAVA_HOME, at java on PATH and in /usr/lib/jvm.
Install one, for example Debian's or Adoptium's (temurin-25-jdk), or set JAVA_HOME to where it is.
END
}

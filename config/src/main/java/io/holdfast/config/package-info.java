/// Configuration text in, complete specifications and located findings out.
///
/// ```
///  Source --> ConfigReader --> Snapshot ---------> ConfigParser --> Draft tree --> Assembly --> Configuration
///  (files)    includes,        expanded lines      keyword tables   values with    defaults,    specs and
///             comments,        with origins, as    (Block, Keyword, their places   15.1-15.3    findings
///             conditions,      bytes for a child   Value)
///             parameters,
///             sequences
///
///  host   text                                     table, value                    global, vrrp, lvs, bfd,
///                                                                                  script, track
/// ```
///
/// The rule: nothing is read but through the [io.holdfast.config.host.Source] and the
/// [io.holdfast.config.host.Environment] handed in, nothing in a file may throw, hang or be ignored without a word, and
/// a secret never reaches a finding. Start-up matters: the path a small valid file takes uses no regular expression,
/// stream, formatter or lambda, and a keyword table comes into being when its block is first met.
///
/// Section numbers such as "8.3" in these packages are those of `docs/spec/config-language.md`. A keyword is one line
/// in a `...Keywords` class of the package whose part of the file it is; these packages know `global`, not one another,
/// except where the files themselves do: instances name trackers, and both name scripts.
@NullMarked
package io.holdfast.config;

import org.jspecify.annotations.NullMarked;

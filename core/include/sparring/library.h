// Many runs: what their user says of them, every value of theirs by its name, a filter, an order, groups.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sparring/run.h"

namespace sparring {

/// What its user says of a run: RUN/labels.json, which no training touches.
struct RunLabels {
  std::string name;  ///< one line; stands for the folder's name wherever the run is named
  std::string note;  ///< any text
  bool star = false;
  std::vector<std::string> tags;  ///< words, without commas; none twice
  bool operator==(const RunLabels&) const = default;
};

/// No labels where there is no such file. Throws Error: not readable, no labels.
RunLabels readLabels(const std::filesystem::path& run);
/// Whole or not at all. Throws Error: the folder cannot be written; (Usage) a name of several lines or a tag that is no
/// word, a text that is not UTF-8 or longer than 10,000 bytes.
void writeLabels(const std::filesystem::path& run, const RunLabels& labels);

/// What names the run in `folder` for people: the name its user gave it, else the folder's. Throws nothing.
std::string runTitle(const std::filesystem::path& folder);

struct LibraryRun : RunSummary {
  RunLabels labels;
  std::optional<Message> labelsProblem;  ///< why its labels could not be read
  std::string sweep;                     ///< the name of the sweep's folder that it lies in; empty: of none

  std::string title() const;  ///< as runTitle()
};

/// The runs of a folder and of the sweeps in it. What is known of each is kept in an index beside them,
/// `.sparring-index`, which may be thrown away: a run is read again where one of its files has changed. One thread at a
/// time.
class Library {
 public:
  explicit Library(std::filesystem::path folder);
  ~Library();
  Library(Library&&) noexcept;

  /// Newest first, broken ones last. Without a folder there are no runs; an index that cannot be read or written is
  /// done without. Blocks: some 20 µs a run that is known, a millisecond for another. `watch` hears so many of so many
  /// now and then, and gives up with what there is by answering false. Never throws for what it finds.
  std::vector<LibraryRun> list(const std::function<bool(size_t done, size_t of)>& watch = {});

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A value that a run has under a key: a parameter's ("lambda"), a loss's or an accuracy's ("L", "clean",
/// "pgd:eps=0.1"), or one of its own ("name", "started", "steps", …; see libraryKeys()).
struct RunValue {
  std::string text;             ///< as files and filters have it
  std::vector<double> numbers;  ///< of a list all; a time in seconds since 1970, UTC; a text has none
  bool empty() const { return text.empty() && numbers.empty(); }
};
/// What a run measured or recorded last under a figure's key: its whole one, or its name alone where that tells it
/// apart. Null: nothing.
const RunSummary::Accuracy* figureOf(const LibraryRun& run, const std::string& key);
/// Empty where the run has no such value.
RunValue valueOf(const LibraryRun& run, const std::string& key);

/// Whether a parameter, a figure or a run's own value is of that kind.
bool isParameter(const std::string& key);
bool isFigure(const std::string& key);  ///< an accuracy or a loss, whether or not any run has it

/// Every key under which one of `runs` has a value: its own, figures, parameters. An attack that a run measures once
/// goes by its name alone, whatever its settings.
std::vector<std::string> libraryKeys(const std::vector<LibraryRun>& runs);

/// The parameters whose values are not the same in all of `runs`, in table order, those last that only say how a run is
/// watched. A broken run does not count, nor do the machine's own (device, threads).
std::vector<std::string> differingParameters(const std::vector<LibraryRun>& runs);

/// What a person asks of runs: `adversary:fgsm lambda>=1 after:yesterday -tag:old "two words"`. Terms stand apart by
/// blanks and all must hold; "-" before one turns it round. A term is
/// - a word: in the name, note, tags, preset, adversary or folder;
/// - KEY:TEXT, the value holds it; KEY=VALUE and KEY!=VALUE, it is (not) the very same;
/// - KEY<N, <=, >, >=: of a list one of the numbers is enough; a share may be written "98%";
/// - after:DAY, before:DAY: today, yesterday, 7d, 12h or 2026-11-27 (local time);
/// - is:star, is:fork, is:sweep, is:training, is:broken.
class RunFilter {
 public:
  /// Throws Error (Usage): no such key, no such day, a number that is none. `now` is what days are counted from.
  static RunFilter parse(const std::string& text,
                         std::chrono::system_clock::time_point now = std::chrono::system_clock::now());
  bool matches(const LibraryRun& run) const;

 private:
  using Term = std::function<bool(const LibraryRun&)>;
  std::vector<Term> terms_;
};

/// How the word that ends at byte `cursor` of a filter can go on, best first: keys, or values that `runs` have.
struct Completions {
  size_t begin = 0;  ///< of the word in the text
  std::vector<std::string> words;
};
Completions completeFilter(const std::string& text, size_t cursor, const std::vector<LibraryRun>& runs);

/// Orders by several keys, the first before the others; "-" before one: descending. Runs without the value come last.
/// Throws Error (Usage): no such key.
void sortRuns(std::vector<LibraryRun>& runs, const std::vector<std::string>& keys);

enum class Grouping : uint8_t {
  None,
  Sweep,
  Seeds,  ///< runs that differ in their seed alone
  Forks,  ///< a run and all that go on from it or from these
};
/// Some of the runs that belong together.
struct RunGroup {
  std::string name;              ///< the sweep's; of others the title of the run that began first
  std::vector<size_t> runs;      ///< ascending; of forks each behind the one that it goes on from
  std::vector<int> depths = {};  ///< of forks, by run: how many lie between it and the first
};
/// In the order of their first runs. A run that stands alone is in none.
std::vector<RunGroup> groupsOf(const std::vector<LibraryRun>& runs, Grouping by);

}  // namespace sparring

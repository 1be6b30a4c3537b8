// Lessons: steps that a person follows in the window, each with a text, settings, something to look at, something to
// wait for, a question. And exercises: settings with a note. All calls on any thread, unless said otherwise.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sparring/error.h"
#include "sparring/event.h"
#include "sparring/metrics.h"
#include "sparring/params.h"
#include "sparring/presets.h"
#include "sparring/run.h"

namespace sparring {

/// What a condition is held against: the figures of one run as they are.
struct LessonFigures {
  bool begun = false;     ///< a training was started; else nothing below counts but `params`
  bool finished = false;  ///< it has been through, or was ended
  int64_t step = 0;
  Phase phase = Phase::Teacher;              ///< of the newest step
  std::vector<double> lambdas = {};          ///< λ by lane
  Params params = {};                        ///< as edited last
  std::span<const MetricPoint> points = {};  ///< as the run recorded them; must outlive the call that it is given to
  std::vector<MetricPoint> measured = {};    ///< accuracies that were measured beside them, newest last
};
/// Of a run as it was recorded, which must outlive them.
LessonFigures lessonFigures(const RunRecord& record);

/// What a lesson waits for, as a person writes it:
/// - `finished`;
/// - `step >= 500`, `lanes >= 2`, `phase = joint` (phases stand in their order, so `phase >= gan` too);
/// - a parameter: `lambda = 0,1`, `epsilon >= 0.2`;
/// - an accuracy or a loss: `clean > 90 %`, `pgd:eps=0.1 > 80 %`, `D < 0.05`, of the lane with the largest λ, or of
///   another: `clean > 90 % [λ=0]`. An accuracy under an attack is told by the settings that are written.
class Condition {
 public:
  /// Throws Error (Usage): no such thing to wait for, a number or a phase that is none.
  static Condition parse(const std::string& text);

  enum class Subject : uint8_t { Finished, Step, Lanes, Phase, Parameter, Figure };
  struct Standing {
    enum class State : uint8_t {
      NoRun,    ///< no training was started
      Waiting,  ///< `now` is known
      Unknown,  ///< nothing was measured of it yet, or is by this run
      NoLane,   ///< no classifier has that λ
      Met,
    };
    State state = State::NoRun;
    std::optional<double> now = {};  ///< a step, a number of lanes, a share in [0,1], a loss
    bool met() const { return state == State::Met; }
  };
  Standing standing(const LessonFigures& figures) const;

  const std::string& text() const { return text_; }  ///< as it was written, blanks around it left out
  Subject subject() const { return subject_; }
  const std::string& key() const { return key_; }  ///< a parameter's, an accuracy's or a loss's, as written
  double limit() const { return limit_; }          ///< what the number is compared with
  bool share() const;                              ///< the number is an accuracy
  std::optional<Phase> phase() const;              ///< of a condition on the phase: which
  std::optional<double> lambda() const { return lambda_; }

 private:
  Standing figureStanding(const LessonFigures& figures) const;
  bool parameterHolds(const Params& params) const;

  std::string text_, key_, sign_, value_;
  Subject subject_ = Subject::Finished;
  double limit_ = 0;
  std::optional<double> lambda_;
};

/// In both languages.
inline bool operator==(const LocalText& a, const LocalText& b) { return a.en == b.en && a.zh == b.zh; }

/// One step. What is empty is not there.
struct LessonStep {
  LocalText text;                     ///< see lessonHtml(); read from a file it has both languages
  std::string preset;                 ///< settings to start with: a preset …
  std::vector<std::string> settings;  ///< … and "key=value" over it, or over what is set
  std::string page;                   ///< of the window, to be shown: a page's id
  std::string point;                  ///< to be pointed at: a parameter's key, or the name of a part of the window
  std::string wait;                   ///< a Condition's text; the step is done when it is met
  struct Choice {
    LocalText text;
    bool right = false;
    bool operator==(const Choice&) const = default;
  };
  struct Question {
    LocalText text;
    std::vector<Choice> choices;  ///< two or more; one at least is right
    LocalText why;                ///< shown once it is answered
    bool operator==(const Question&) const = default;
  };
  std::optional<Question> question;

  bool hasSettings() const { return !preset.empty() || !settings.empty(); }
  bool operator==(const LessonStep&) const = default;
};

struct Lesson {
  std::string id;  ///< small letters, digits and "-"; names its file and its progress
  LocalText title;
  LocalText about;     ///< one sentence; may be empty
  double minutes = 5;  ///< how long it takes
  std::vector<LessonStep> steps;
  bool operator==(const Lesson&) const = default;
};

/// The shipped ones, in the order in which to take them. Built once.
const std::vector<Lesson>& lessons();
/// Null where there is none of that id.
const Lesson* findLesson(const std::vector<Lesson>& all, const std::string& id);

/// Reads a lesson; docs/lessons.md has the format. `name` stands for the file in what is said. Throws Error (Usage)
/// naming the step, the cause and what it takes: not JSON, an unknown or missing key, a preset, a setting or a
/// condition that is none, a question without a right answer.
Lesson lessonFromJson(const std::string& text, const std::string& name);
/// What lessonFromJson() reads back as the same.
std::string lessonToJson(const Lesson& lesson);

/// Lessons of the user's own: a folder beside `runs`.
std::filesystem::path ownLessonsFolder(const std::filesystem::path& runs);
/// Throws Error as lessonFromJson() does, and where the file cannot be read.
Lesson readLesson(const std::filesystem::path& file);
/// Whole or not at all, as FOLDER/ID.json; the folder is made. Returns the path. Throws Error: a lesson that could not
/// be read back, a folder that cannot be written, (Usage) an id that a shipped lesson has.
std::filesystem::path writeLesson(const std::filesystem::path& folder, const Lesson& lesson);

struct OwnLessons {
  std::vector<Lesson> lessons;  ///< by the names of their files
  std::vector<Error> problems;  ///< why others could not be read
};
/// Never throws for what it finds; no folder, no lessons. One that has the id of a shipped lesson, or of another of its
/// own, is a problem.
OwnLessons ownLessons(const std::filesystem::path& folder);

/// The settings that a step asks for, over `now` where it names no preset. Throws Error (Usage): a setting that is not
/// valid there, or all together are not.
Params lessonParams(const LessonStep& step, const Params& now);

/// A text of a lesson as HTML: paragraphs between empty lines, lines that begin with "- " as a list, **bold**,
/// *italic*, `code`. Everything else stands as it is written; nothing in it is loaded or opened.
std::string lessonHtml(const std::string& text);

/// What a settings file may carry beside the settings: an exercise to hand out.
struct Exercise {
  std::string note;  ///< as a lesson's text; may be empty
  std::string page;  ///< to be opened: a page's id; may be empty
  bool empty() const { return note.empty() && page.empty(); }
  bool operator==(const Exercise&) const = default;
};
/// A settings file. Without a note and a page: as paramsToJson() has it.
std::string settingsToJson(const Params& params, const Exercise& exercise);
/// Of a settings file, whose parameters paramsFromJson() reads; empty where it has neither. Throws Error (Usage): not
/// JSON, a note or a page that is no text or too long.
Exercise exerciseFromJson(const std::string& text);

}  // namespace sparring

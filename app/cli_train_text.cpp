// A training as text: a bar that is redrawn on a terminal, a line every few seconds elsewhere.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <vector>

#include "cli_common.h"
#include "cli_terminal.h"
#include "cli_train_view.h"

namespace sparring::cli {
namespace {

constexpr std::chrono::milliseconds kBarPeriod{100};
constexpr std::chrono::milliseconds kLinePeriod{3000};
constexpr int kShortestBar = 6;
constexpr int kLongestBar = 30;

/// A piece of the line; where room is short, those with the highest number go first.
struct Field {
  std::string text;
  int dispensable;
};

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, std::abs(value) < 10 ? "%.4f" : "%.4g", value);
  return text;
}

std::string percent(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
  return text;
}

std::string epochs(const Progress& progress) {
  const double total = progress.totalEpochs();
  char text[64];
  std::snprintf(text, sizeof text, "epoch %.1f/%.*f", progress.epoch(), total == std::floor(total) ? 0 : 1, total);
  return text;
}

std::string lambdaText(double lambda, bool unicode) {
  char text[48];
  std::snprintf(text, sizeof text, unicode ? "λ = %g" : "lambda = %g", lambda);
  return text;
}

/// Figures right of the bar, in the order shown.
std::vector<Field> figures(const Progress& progress, bool unicode) {
  struct Shown {
    Metric metric;
    const char* name;
    int dispensable;
  };
  const Shown shown[] = {{Metric::L, "L ", 2},
                         {Metric::LambdaLAdv, unicode ? "λ·L_adv " : "lambda*L_adv ", 6},
                         {Metric::LTotal, "L_total ", 7},
                         {Metric::D, "D ", 4},
                         {Metric::G, "G ", 5},
                         {Metric::Clean, "clean ", 1}};
  std::vector<Field> fields;
  // of several classifiers, those of one, and which
  const auto& lambdas = progress.now.params.lambda;
  const int lane = usualLane(lambdas);
  if (lambdas.size() > 1) fields.push_back({lambdaText(lambdas[static_cast<size_t>(lane)], unicode) + ":", 2});
  for (const Shown& entry : shown) {
    auto value = progress.value(entry.metric, lane);
    if (!value) value = progress.value(entry.metric);  // of an opponent that all share
    if (!value) continue;
    const std::string text = isAccuracy(entry.metric) ? percent(*value) : number(*value);
    fields.push_back({entry.name + text, entry.dispensable});
  }
  const Update& now = progress.now;
  if (now.samplesPerSecond > 0) fields.push_back({compact(now.samplesPerSecond) + " samples/s", 3});
  if (now.secondsLeft > 0) fields.push_back({duration(now.secondsLeft) + " left", 0});
  return fields;
}

std::string joined(const std::vector<Field>& fields) {
  std::string text;
  for (const Field& field : fields) text += "  " + field.text;
  return text;
}

/// Takes fields away until at most `columns` are used.
void fit(std::vector<Field>& fields, int columns) {
  const auto keepsLess = [](const Field& a, const Field& b) { return a.dispensable < b.dispensable; };
  while (!fields.empty() && textWidth(joined(fields)) > columns) {
    fields.erase(std::max_element(fields.begin(), fields.end(), keepsLess));
  }
}

std::string barLine(const Progress& progress, int columns, bool unicode) {
  std::string head = phaseName(progress.now.phase);
  head += "  " + epochs(progress) + "  ";
  std::vector<Field> fields = figures(progress, unicode);
  const int room = columns - 1 - textWidth(head);
  fit(fields, room - kShortestBar);
  const std::string tail = joined(fields);
  const double total = static_cast<double>(std::max<int64_t>(1, progress.now.totalSteps));
  const int width = std::clamp(room - textWidth(tail), 0, kLongestBar);
  return head + bar(static_cast<double>(progress.now.step) / total, width, unicode) + tail;
}

std::string plainLine(const Progress& progress) {
  const Update& now = progress.now;
  return "step " + std::to_string(now.step) + "/" + std::to_string(now.totalSteps) + "  " + epochs(progress) + "  " +
         phaseName(now.phase) + joined(figures(progress, showsUnicode()));
}

std::string howFar(const Progress& last, const Ending& ending) {
  const std::string steps = std::to_string(ending.steps);
  if (last.now.firstStep == ending.steps)
    return "complete before, at step " + steps + ": --resume with more --steps or --epochs trains on";
  return "done: " + steps + " steps in " + duration(ending.wallSeconds) + " (" + compact(ending.stepsPerSecond) +
         " steps/s, " + compact(ending.samplesPerSecond) + " samples/s)";
}

class TextView : public TrainView {
 public:
  explicit TextView(bool terminal) : terminal_(terminal), pace_(terminal ? kBarPeriod : kLinePeriod) {}

  void progress(const Progress& progress) override {
    if (progress.now.state != State::Running || !pace_.due()) return;
    show(progress);
  }

  void event(const Event& event) override {
    if (event.kind == Event::Kind::Warning) {
      print("warning at step " + std::to_string(event.step) + ": " + event.message.str());
    } else if (event.kind == Event::Kind::Phase) {
      print("phase " + event.key + " from step " + std::to_string(event.step));
    }
  }

  void hint(const Hint& hint, size_t lanes) override {
    line_.clear();
    std::cerr << "hint at step " << hint.step << ": " << hintText(hint, lanes) << std::endl;
  }

  void ended(const Progress& last, const Ending& ending) override {
    print(plainLine(last));
    if (ending.stopped) {
      print("stopped at step " + std::to_string(ending.steps) + ", resume with `sparring-cli train --resume " +
            shellQuoted(ending.run) + "`");
      return;
    }
    std::string line = howFar(last, ending);
    for (size_t k = 0; k < ending.accuracies.size(); ++k) {
      line += (k == 0 ? ", clean accuracy " : ", ") + percent(ending.accuracies[k]);
      if (ending.accuracies.size() > 1) line += " (" + lambdaText(ending.lambdas[k], showsUnicode()) + ")";
    }
    print(line);
    for (const Check& check : ending.expectations) print(check.title.str() + " " + check.finding.str());
    print("run: " + ending.run.string());
  }

 private:
  void show(const Progress& progress) {
    if (terminal_) {
      line_.draw(barLine(progress, terminalWidth(stdout), showsUnicode()));
    } else {
      print(plainLine(progress));
    }
  }

  void print(const std::string& text) {
    line_.clear();
    std::puts(text.c_str());
    std::fflush(stdout);
  }

  bool terminal_;
  Pace pace_;
  StatusLine line_{stdout};
};

}  // namespace

std::unique_ptr<TrainView> makeTextView() { return std::make_unique<TextView>(isTerminal(stdout)); }

}  // namespace sparring::cli

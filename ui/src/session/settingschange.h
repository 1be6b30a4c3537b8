// One step of the settings' history.
#pragma once

#include <QUndoCommand>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sparring/params.h"
#include "sparring/run.h"

namespace sparring::ui {

/// Where the next run goes on from another's checkpoint.
struct WishedFork {
  Origin origin;
  Params then;                            ///< its parameters at that step
  std::shared_ptr<const RunRecord> past;  ///< of that run and its parents, up to that step
};

/// The parameters as wished, and the name of the preset that they started from.
struct WishedSettings {
  Params params;
  std::string preset;
  std::optional<WishedFork> fork = {};
  bool operator==(const WishedSettings& other) const {
    const auto origin = [](const WishedSettings& one) {
      return one.fork ? std::optional(one.fork->origin) : std::nullopt;
    };
    return params == other.params && preset == other.preset && origin(*this) == origin(other);
  }
};

/// From one settings to the next and back: an edit of one parameter, or of all at once. What one pull of a slider sets
/// on its way is one step.
class SettingsChange : public QUndoCommand {
 public:
  /// Makes them the wished ones. `key`: the only one that differs; empty: any may.
  using Take = std::function<void(const WishedSettings& settings, const std::string& key)>;

  /// `slide`: which pull of the slider this is part of; 0: of none.
  SettingsChange(Take take, WishedSettings before, WishedSettings after, std::string key, int slide);

  int id() const override { return 1; }
  void undo() override { take_(before_, key_); }
  void redo() override { take_(after_, key_); }
  bool mergeWith(const QUndoCommand* next) override;

 private:
  Take take_;
  WishedSettings before_, after_;
  std::string key_;
  int slide_;
};

}  // namespace sparring::ui

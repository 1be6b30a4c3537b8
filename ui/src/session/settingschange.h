// One step of the settings' history.
#pragma once

#include <QUndoCommand>
#include <functional>
#include <string>

#include "sparring/params.h"

namespace sparring::ui {

/// The parameters as wished, and the name of the preset that they started from.
struct WishedSettings {
  Params params;
  std::string preset;
  bool operator==(const WishedSettings&) const = default;
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

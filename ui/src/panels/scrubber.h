// The slider that moves every view to a past step.
#pragma once

#include <QWidget>
#include <cstdint>
#include <optional>

class QSpinBox;
class QToolButton;

namespace sparring::ui {

class ValueSlider;

class Scrubber : public QWidget {
  Q_OBJECT
 public:
  explicit Scrubber(QWidget* parent = nullptr);

  /// The last step there is; a live scrubber follows it.
  void setLast(int64_t step);
  /// Nothing: live. Emits nothing.
  void setStep(std::optional<int64_t> step);
  std::optional<int64_t> step() const { return step_; }
  bool live() const { return !step_; }

 Q_SIGNALS:
  void scrubbed(std::optional<int64_t> step);  ///< by the user; nothing: back to live

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void slide(int position);
  void enter(int step);
  double stepAt(int position) const;
  void goLive();
  void refresh(bool tell = true);  ///< `tell`: in the entry too
  void retranslate();

  int64_t last_ = 0;
  std::optional<int64_t> step_;
  ValueSlider* slider_ = nullptr;
  QSpinBox* entry_ = nullptr;
  QToolButton* live_ = nullptr;
};

}  // namespace sparring::ui

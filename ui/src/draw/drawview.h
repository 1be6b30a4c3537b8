// The page Draw: an image of one's own, what every λ reads in it, what it takes to turn that, and why.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/latest.h"
#include "draw/drawanswer.h"
#include "shown/shown.h"
#include "widgets/viewpage.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace sparring::ui {

class DrawTools;
class LanePanel;
class StrengthSlider;

/// Works off the window's thread, on the newest image and attack only; nothing while it is hidden.
class DrawView : public ViewPage {
  Q_OBJECT
 public:
  explicit DrawView(Shown& shown, QWidget* parent = nullptr);
  ~DrawView() override;

  /// Whom to ask; no model: there is nobody yet.
  void setSource(const DrawSource& source);

  QString words() const override;
  bool readImage(int64_t index) override;
  QByteArray saveState() const override;
  void restoreState(const QByteArray& state) override;

  DrawTools& tools() { return *tools_; }
  QComboBox& attack() { return *attack_; }
  QComboBox& target() { return *target_; }
  QComboBox& second() { return *second_; }
  StrengthSlider& strength() { return *strength_; }
  const std::vector<LanePanel*>& lanes() const { return lanes_; }
  QString lesson() const;  ///< what is seen, in a sentence
  bool busy() const override { return reading_.busy() || attacking_.busy() || slicing_.busy(); }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeChoices();
  void fillChoices();
  void makeLanes();
  AttackWish wish() const;
  AttackWish wishOf(const QString& attack) const;
  double extent() const;
  std::string rowOfAttack() const;
  void allowTarget();
  void chooseAttack();
  void ask();
  void askAttack(const Pixels& x);
  void askSlices();
  void tell(Readings readings);
  void tell(Pixels x, Answers answers);
  void complain(const Error& error);
  void refresh();
  void retranslate();

  DrawSource source_;
  Opponent opponent_;
  bool stale_ = false;  // asked for while hidden
  Pixels x_;            // that the answers are of
  Answers answers_;
  std::optional<Error> problem_;  // why there are none
  DrawTools* tools_ = nullptr;
  QComboBox *attack_ = nullptr, *target_ = nullptr, *second_ = nullptr;
  StrengthSlider* strength_ = nullptr;
  QLabel* lesson_ = nullptr;
  QWidget* body_ = nullptr;
  QVBoxLayout* column_ = nullptr;
  std::vector<LanePanel*> lanes_;
  // last: their destructors join
  Latest reading_, attacking_, slicing_;
};

}  // namespace sparring::ui

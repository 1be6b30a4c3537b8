// What the opponent bought: one sentence, the figures behind it, and whether they are to be believed.
#pragma once

#include <QPointer>
#include <set>
#include <string>

#include "widgets/viewpage.h"

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace sparring::ui {

class Shown;
struct ComparedLane;

class VerdictView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit VerdictView(Shown& shown, QWidget* parent = nullptr);

  QString headline() const;  ///< the verdict, or how to get one
  QString asText() const;    ///< the whole verdict in lines, for the clipboard
  QString words() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void refresh();
  void tellOfWhat();
  void show(const ComparedLane& baseline, const ComparedLane& trained);
  enum class Form { Wide, Narrow };
  QWidget* makeFindings(const ComparedLane& baseline, const ComparedLane& trained, Form form) const;
  Form form() const;
  void addChecks(QVBoxLayout* column, const ComparedLane& trained);
  void retranslate();

  Shown& shown_;
  QToolButton* copy_ = nullptr;
  QPointer<QLabel> of_;  // under the verdict: what it is of
  QScrollArea* scroll_ = nullptr;
  std::set<std::string> expanded_;  // checks, by name
  int wide_ = 0;                    // pixels: what the findings need side by side
  Form form_ = Form::Wide;          // as they are shown
  bool dirty_ = true;               // hidden while something changed
};

}  // namespace sparring::ui

// What the opponent bought: one sentence, the figures behind it, and whether they are to be believed.
#pragma once

#include <QWidget>
#include <set>
#include <string>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace sparring {

class Comparison;
class Examiner;
struct Contender;

class VerdictView : public QWidget {
  Q_OBJECT
 public:
  /// Both must outlive the view.
  VerdictView(Examiner& examiner, Comparison& comparison, QWidget* parent = nullptr);

  QString headline() const;     ///< the verdict, or how to get one
  QString asText() const;       ///< the whole verdict in lines, for the clipboard
  QString explanation() const;  ///< what "?" tells

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeHead();
  void refresh();
  void show(const Contender& baseline, const Contender& trained);
  QWidget* makeFindings(const Contender& baseline, const Contender& trained);
  void addChecks(QVBoxLayout* column, const Contender& trained);
  QString howToGetOne() const;
  void retranslate();

  Examiner& examiner_;
  Comparison& comparison_;
  QToolButton* why_ = nullptr;
  QToolButton* copy_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QLabel* empty_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  std::set<std::string> expanded_;  // checks, by name
  bool dirty_ = true;               // hidden while something changed
};

}  // namespace sparring

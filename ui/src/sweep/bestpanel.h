// The best of a sweep in words, and what can be done with it.
#pragma once

#include <QWidget>
#include <memory>

#include "sweep/sweepcontents.h"

class QLabel;
class QPushButton;

namespace sparring::ui {

class BestPanel : public QWidget {
  Q_OBJECT
 public:
  explicit BestPanel(QWidget* parent);

  void setContents(std::shared_ptr<const SweepContents> contents);  ///< null: none

  QString told() const;
  QPushButton& opening() { return *open_; }
  QPushButton& use() { return *use_; }
  QPushButton& comparison() { return *compare_; }

 Q_SIGNALS:
  void openAsked(size_t run);
  void useAsked(size_t run);
  void compareAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  std::shared_ptr<const SweepContents> contents_;
  QLabel* words_ = nullptr;
  QPushButton* open_ = nullptr;
  QPushButton* use_ = nullptr;
  QPushButton* compare_ = nullptr;
};

/// So many combinations are compared with each other.
inline constexpr size_t kBestCompared = 5;

}  // namespace sparring::ui

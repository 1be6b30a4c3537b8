// A group of the panel that folds away.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace sparring::ui {

class ParameterField;

class ParameterGroup : public QWidget {
  Q_OBJECT
 public:
  /// `name`: untranslated, as in the table.
  ParameterGroup(std::string name, QWidget* parent);

  const std::string& name() const { return name_; }
  void add(ParameterField* field);
  const std::vector<ParameterField*>& fields() const { return fields_; }
  bool folded() const { return folded_; }
  void setFolded(bool folded);

  /// Shows only fields that match; an empty filter shows those that matter and folds as before. Returns how many are
  /// shown.
  int filter(const QString& words);

  void setTitle(const QString& title);

 private:
  void updateBody();

  std::string name_;
  bool folded_ = false;
  QString filter_;
  QToolButton* header_ = nullptr;
  QWidget* body_ = nullptr;
  QVBoxLayout* rows_ = nullptr;
  std::vector<ParameterField*> fields_;
};

}  // namespace sparring::ui

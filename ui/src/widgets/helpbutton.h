// The "?" of a view: a few sentences on what is to be seen, as a tooltip and on a click.
#pragma once

#include <QToolButton>

namespace sparring::ui {

class HelpButton : public QToolButton {
  Q_OBJECT
 public:
  explicit HelpButton(QWidget* parent = nullptr);

  /// `name` is for screen readers; `paragraphs` are plain text.
  void setHelp(const QString& name, const QStringList& paragraphs);
  QString help() const { return toolTip(); }  ///< as rich text

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace sparring::ui

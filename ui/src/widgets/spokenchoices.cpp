#include "widgets/spokenchoices.h"

#include <QAccessibleWidget>
#include <QComboBox>

#include "widgets/speaking.h"

namespace sparring::ui {
namespace {

class SpokenChoice : public QAccessibleWidget {
 public:
  explicit SpokenChoice(QComboBox* box) : QAccessibleWidget(box, QAccessible::ComboBox), box_(*box) {}

  QString text(QAccessible::Text kind) const override {
    if (kind == QAccessible::Value) return box_.currentText();
    if (kind != QAccessible::Name) return QAccessibleWidget::text(kind);
    const QString name = box_.accessibleName();
    return name.isEmpty() ? box_.currentText() : QStringLiteral("%1: %2").arg(name, box_.currentText());
  }
  QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
  void doAction(const QString&) override {
    if (box_.isEnabled()) box_.showPopup();
  }

 private:
  QComboBox& box_;
};

}  // namespace

void nameChoices() { speakBy<QComboBox, SpokenChoice>(); }

}  // namespace sparring::ui

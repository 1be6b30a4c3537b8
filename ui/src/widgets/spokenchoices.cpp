#include "widgets/spokenchoices.h"

#include <QAccessibleWidget>
#include <QComboBox>

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

QAccessibleInterface* makeSpoken(const QString&, QObject* object) {
  auto* box = qobject_cast<QComboBox*>(object);
  return box ? new SpokenChoice(box) : nullptr;
}

}  // namespace

void nameChoices() { [[maybe_unused]] static const bool installed = (QAccessible::installFactory(makeSpoken), true); }

}  // namespace sparring::ui

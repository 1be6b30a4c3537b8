#include "widgets/checkrow.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include "base/text.h"
#include "widgets/verdictmarks.h"

namespace sparring::ui {
namespace {

constexpr double kIndent = 1.6;  ///< in heights of the font: where the title's words begin, after its arrow

QLabel* makeLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setIndent(int(kIndent * label->fontMetrics().height()));
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

CheckRow::CheckRow(const Check& check, QWidget* parent) : QWidget(parent) {
  const Mark mark = markOf(check.verdict);
  title_ = new QToolButton(this);
  title_->setAutoRaise(true);
  title_->setCheckable(true);
  title_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  title_->setArrowType(Qt::RightArrow);
  title_->setText(text(check.title));
  title_->setToolTip(tr("What this check means"));
  title_->setAccessibleName(QStringLiteral("%1: %2").arg(text(check.title), markText(mark)));
  meaning_ = makeLabel(text(check.meaning), this);
  meaning_->setForegroundRole(QPalette::PlaceholderText);
  meaning_->hide();
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(2);
  grid->addWidget(new Badge(mark, markText(mark), this), 0, 0);
  grid->addWidget(title_, 0, 1, Qt::AlignLeft);
  grid->addWidget(new QLabel(markText(mark), this), 0, 2, Qt::AlignRight);
  grid->addWidget(makeLabel(text(check.finding), this), 1, 1, 1, 2);
  grid->addWidget(meaning_, 2, 1, 1, 2);
  grid->setColumnStretch(1, 1);
  connect(title_, &QToolButton::toggled, this, [this](bool on) {
    title_->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
    meaning_->setVisible(on);
    Q_EMIT expandedChanged(on);
  });
}

bool CheckRow::expanded() const { return title_->isChecked(); }
void CheckRow::setExpanded(bool on) { title_->setChecked(on); }

}  // namespace sparring::ui

#include "library/filterline.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>

#include "base/text.h"
#include "base/theme.h"

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto kTyping = 150ms;

}  // namespace

FilterLine::FilterLine(std::function<const std::vector<LibraryRun>&()> runs, QWidget* parent)
    : QLineEdit(parent), runs_(std::move(runs)) {
  setClearButtonEnabled(true);
  completer_ = new QCompleter(&words_, this);
  completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  completer_->setWidget(this);
  connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &FilterLine::take);
  pause_.setSingleShot(true);
  pause_.setInterval(kTyping);
  connect(&pause_, &QTimer::timeout, this, &FilterLine::read);
  connect(this, &QLineEdit::textChanged, &pause_, qOverload<>(&QTimer::start));
  connect(this, &QLineEdit::textEdited, this, &FilterLine::offer);
  connect(this, &QLineEdit::returnPressed, this, [this] {
    pause_.stop();
    read();
  });
  retranslate();
}

/// Bytes of UTF-8, which the core counts, and QString's characters are not the same.
void FilterLine::offer() {
  const QByteArray before = text().left(cursorPosition()).toUtf8();
  completions_ = completeFilter(text().toStdString(), size_t(before.size()), runs_());
  QStringList words;
  for (const std::string& word : completions_.words) words << QString::fromStdString(word);
  words_.setStringList(words);
  if (words.isEmpty() || text().isEmpty()) {
    completer_->popup()->hide();
    return;
  }
  completer_->complete();
}

void FilterLine::take(const QString& word) {
  const QByteArray bytes = text().toUtf8();
  const int begin = int(QString::fromUtf8(bytes.left(qsizetype(completions_.begin))).size());
  const QString after = text().mid(cursorPosition());
  setText(text().left(begin) + word + after);
  setCursorPosition(begin + int(word.size()));
  if (!word.isEmpty() && (word.endsWith(u':') || word.endsWith(u'='))) offer();  // its values
}

void FilterLine::keyPressEvent(QKeyEvent* event) {
  const bool choosing = completer_->popup()->isVisible();
  if (event->key() == Qt::Key_Escape && !choosing && !text().isEmpty()) {
    clear();
    return;
  }
  if (event->key() == Qt::Key_Down && !choosing) return offer();
  QLineEdit::keyPressEvent(event);
}

void FilterLine::read() {
  try {
    Q_EMIT filtered(RunFilter::parse(text().toStdString()));
    problem_.clear();
  } catch (const Error& error) {
    problem_ = ui::text(error);
  }
  QPalette colours;
  if (!problem_.isEmpty()) colours.setColor(QPalette::Text, theme::bad());
  setPalette(colours);
  setToolTip(problem_);
  setAccessibleDescription(problem_);
}

void FilterLine::changeEvent(QEvent* event) {
  QLineEdit::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void FilterLine::retranslate() {
  setAccessibleName(tr("Filter"));
  setPlaceholderText(tr("Filter: adversary:fgsm lambda>=1 clean>=98% after:yesterday"));
}

}  // namespace sparring::ui

#include "window/searchpage.h"

#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>

#include "base/icons.h"
#include "window/closebutton.h"

namespace sparring::ui {

SearchPage::SearchPage(const QString& title, std::vector<PageSection> sections, QSize size, QWidget* parent)
    : QDialog(parent), sections_(std::move(sections)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(title);
  search_ = new QLineEdit(this);
  search_->setClearButtonEnabled(true);
  search_->addAction(icon(Glyph::Search), QLineEdit::LeadingPosition);
  search_->setPlaceholderText(tr("Search"));
  search_->setAccessibleName(tr("Search"));
  text_ = new QTextBrowser(this);
  text_->setAccessibleName(title);
  connect(search_, &QLineEdit::textChanged, this, &SearchPage::filter);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(search_);
  layout->addWidget(text_, 1);
  layout->addWidget(new CloseButton(this), 0, Qt::AlignRight);
  resize(size);
  filter();
}

void SearchPage::showAt(const QString& anchor) {
  show();
  raise();
  activateWindow();
  search_->setFocus();
  if (anchor.isEmpty()) return;
  search_->clear();  // it may have left the entry out
  text_->scrollToAnchor(anchor);
}

// An entry stays where every word of the search stands somewhere in it.
void SearchPage::filter() {
  const QStringList words = search_->text().split(' ', Qt::SkipEmptyParts);
  const auto found = [&words](const PageSection::Entry& entry) {
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return entry.words.contains(word, Qt::CaseInsensitive); });
  };
  QString html;
  for (const PageSection& section : sections_) {
    QString body;
    for (const auto& entry : section.entries)
      if (found(entry))
        body += entry.anchor.isEmpty() ? entry.html : "<a name='" + entry.anchor + "'></a>" + entry.html;
    if (body.isEmpty()) continue;
    html += "<h3>" + section.title.toHtmlEscaped() + "</h3>" + (section.table ? "<table>" + body + "</table>" : body);
  }
  text_->setHtml(html.isEmpty() ? "<p>" + tr("Nothing is about “%1”.").arg(search_->text()).toHtmlEscaped() + "</p>"
                                : html);
}

}  // namespace sparring::ui

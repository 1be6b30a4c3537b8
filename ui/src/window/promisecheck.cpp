#include "window/promisecheck.h"

#include "base/text.h"
#include "session/session.h"
#include "sparring/expectations.h"
#include "sparring/model.h"

namespace sparring::ui {

PromiseCheck::PromiseCheck(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session, &Session::runFinished, this, &PromiseCheck::onRunFinished);
  connect(&session, &Session::runChanged, &job_, &Job::cancel);
}

void PromiseCheck::onRunFinished() {
  const Update& now = session_.now();
  const Preset& asked = session_.preset();
  const auto data = session_.data().data();
  if (now.state != State::Finished || now.folder.empty() || !data || data->name != asked.params.data ||
      !follows(now.params, asked))
    return;
  job_.start([folder = now.folder, &asked,
              data](const Job::Watch& watch) { return checkExpectations(asked, Model::load(folder), *data, watch); },
             [this, step = now.step](Outcome<std::vector<Check>> outcome) {
               if (outcome.error) Q_EMIT noticed(Notice::of(*outcome.error, step));
               for (const Check& check : outcome.value.value_or(std::vector<Check>())) {
                 const bool met = check.verdict == Check::Verdict::Pass;
                 Message title = check.title;
                 title.args.front() = attackLabel(check.name).toStdString();  // for people: "PGD, ε = 0.1"
                 Q_EMIT noticed({met ? Severity::Info : Severity::Warning, title, check.finding, "core",
                                 NoticeAction::None, step});
               }
             });
}

}  // namespace sparring::ui

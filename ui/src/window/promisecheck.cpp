#include "window/promisecheck.h"

#include "base/text.h"
#include "measure/measurement.h"
#include "session/session.h"
#include "sparring/expectations.h"

namespace sparring::ui {

PromiseCheck::PromiseCheck(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session, &Session::runFinished, this, &PromiseCheck::onRunFinished);
  connect(&session, &Session::runChanged, this, &PromiseCheck::drop);
}

PromiseCheck::~PromiseCheck() { drop(); }

void PromiseCheck::drop() {
  *dropped_ = true;
  dropped_ = std::make_shared<std::atomic<bool>>(false);
  worker_.drop();
}

void PromiseCheck::onRunFinished() {
  const Update& now = session_.now();
  const Preset& asked = session_.preset();
  const auto data = session_.data().data();
  if (now.state != State::Finished || now.folder.empty() || !data || data->name != asked.params.data ||
      !follows(now.params, asked))
    return;
  drop();
  worker_.run(
      [dropped = dropped_, folder = now.folder, &asked, data] {
        stepBack();
        return checkExpectations(asked, Model::load(folder), *data, [&](int64_t, int64_t) { return !*dropped; });
      },
      [this, step = now.step](Outcome<std::vector<Check>> outcome) {
        if (outcome.error) Q_EMIT noticed(Notice::of(*outcome.error, step));
        for (const Check& check : outcome.value.value_or(std::vector<Check>())) {
          const bool met = check.verdict == Check::Verdict::Pass;
          Message title = check.title;
          title.args.front() = attackLabel(check.name).toStdString();  // for people: "PGD, ε = 0.1"
          Q_EMIT noticed(
              {met ? Severity::Info : Severity::Warning, title, check.finding, "core", NoticeAction::None, step});
        }
      });
}

}  // namespace sparring::ui

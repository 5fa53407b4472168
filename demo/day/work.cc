#include "demo/day/work.h"

#include <string>

#include "demo/people/people.h"
#include "demo/story/expectation.h"
#include "voronka/crm/v1/activity.pb.h"

namespace voronka::demo {

using crm::v1::Activity;
using crm::v1::Approval;
using crm::v1::Deal;

void TryInVain(Day& day, const Deal& deal, int times) {
  for (int i = 0; i < times; ++i) {
    crm::v1::CreateActivityRequest request;
    Activity& attempt = *request.mutable_activity();
    attempt.set_deal_id(deal.id());
    attempt.set_kind(Activity::KIND_CALL);
    attempt.set_note("Не берёт трубку.");
    day.anna.Call<Activity>(request);
  }
  day.narrator.Tell({"{} звонит, клиент не отвечает: попыток {}", "{} calls in vain: attempts {}"}, kManagers[0].name,
                    times);
}

Approval AskOlga(Day& day, const Deal& deal, std::string_view stage, std::string_view why) {
  crm::v1::CreateApprovalRequest request;
  Approval& wanted = *request.mutable_approval();
  wanted.set_deal_id(deal.id());
  wanted.set_stage(std::string(stage));
  wanted.set_comment(std::string(why));
  const auto asked = day.anna.Call<Approval>(request);
  Expect(asked.state() == Approval::STATE_ASKED, {"согласование запрошено", "the approval is asked for"},
         OneLine(asked), LookAtDeal(deal.id()));
  day.narrator.Tell({"{} просит согласовать «{}»: {}", "{} asks to approve “{}”: {}"}, kManagers[0].name,
                    day.StageName(deal.pipeline(), stage), why);
  return asked;
}

void OlgaAgrees(Day& day, const Approval& approval, std::string_view words) {
  crm::v1::AnswerApprovalRequest request;
  request.set_approval_id(approval.id());
  request.set_state(Approval::STATE_GIVEN);
  request.set_comment(std::string(words));
  const auto given = day.olga.Call<Approval>(request);
  Expect(given.state() == Approval::STATE_GIVEN, {"согласование дано", "the approval is given"}, OneLine(given),
         LookAtDeal(approval.deal_id()));
  day.narrator.Tell({"{} согласует: {}", "{} approves: {}"}, kHeadOfSales.name, words);
}

void TickItems(Day& day, const Deal& deal, std::span<const std::string_view> items) {
  for (const std::string_view item : items) {
    crm::v1::TickChecklistItemRequest request;
    request.set_deal_id(deal.id());
    request.set_item(std::string(item));
    day.anna.Call<Deal>(request);
  }
  day.narrator.Tell({"{} отмечает в чек-листе пунктов: {}", "{} ticks items of the checklist: {}"}, kManagers[0].name,
                    items.size());
}

}  // namespace voronka::demo

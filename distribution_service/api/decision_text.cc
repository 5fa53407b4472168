#include "distribution_service/api/decision_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace voronka::distribution {
namespace {

using v1::Decision;
using v1::Grounds;

// {who}: the user of the decision; {other}: the user of its grounds; the others are fields of the grounds.
struct DecisionWords {
  Decision::Kind kind;
  // Unspecified: for all that have no words of their own.
  Grounds::Why why;
  const char* en;
  const char* ru;
};

constexpr DecisionWords kWords[] = {
    {Decision::KIND_TURN, Grounds::WHY_UNSPECIFIED,  //
     "In turn: {who}.", "По очереди: {who}."},
    {Decision::KIND_TURN, Grounds::WHY_FIRST_IN_TURN,
     "In turn: {who}, the first turn of the queue. Left to ask in this round: {left} of {members}.",
     "По очереди: {who}, до этого очередь ни у кого не была. Осталось спросить в этом круге: {left} из {members}."},
    {Decision::KIND_TURN, Grounds::WHY_NEXT_IN_TURN,
     "In turn: {who}; the last turn was: {other}. Left to ask in this round: {left} of {members}.",
     "По очереди: {who}; предыдущая очередь: {other}. Осталось спросить в этом круге: {left} из {members}."},
    {Decision::KIND_CLIENT_MANAGER, Grounds::WHY_UNSPECIFIED,  //
     "The client's manager: {who}. Costs no turn.", "Менеджер этого клиента: {who}. Очередь не тратится."},
    {Decision::KIND_ESCALATED, Grounds::WHY_UNSPECIFIED,  //
     "Given for good: {who}.", "Отдана без срока: {who}."},
    {Decision::KIND_ESCALATED, Grounds::WHY_NO_MEMBER_LEFT,
     "Nobody is left to ask (did not take it: {answered}, disabled: {disabled}). Given for good: {who}.",
     "Спросить больше некого (не взяли: {answered}, отключены: {disabled}). Отдана без срока: {who}."},
    {Decision::KIND_ESCALATED, Grounds::WHY_STAGE_WITHOUT_QUEUE,
     "The stage of the deal has no queue. Given for good: {who}.",
     "У этапа сделки нет очереди. Отдана без срока: {who}."},
    {Decision::KIND_WAITING, Grounds::WHY_UNSPECIFIED,  //
     "Waits: nobody can be asked.", "Ждёт: спросить некого."},
    {Decision::KIND_WAITING, Grounds::WHY_QUEUE_PAUSED,  //
     "Waits: the queue is paused.", "Ждёт: очередь приостановлена."},
    {Decision::KIND_WAITING, Grounds::WHY_NO_MEMBER_LEFT,
     "Waits: nobody is left to ask (did not take it: {answered}, disabled: {disabled}), and whoever it could be given "
     "to "
     "is disabled.",
     "Ждёт: спросить больше некого (не взяли: {answered}, отключены: {disabled}), а те, кому её можно отдать, "
     "отключены."},
    {Decision::KIND_WAITING, Grounds::WHY_STAGE_WITHOUT_QUEUE,
     "Waits: the stage of the deal has no queue, and whoever it could be given to is disabled.",
     "Ждёт: у этапа сделки нет очереди, а те, кому её можно отдать, отключены."},
    {Decision::KIND_TAKEN, Grounds::WHY_UNSPECIFIED,  //
     "Taken: {who}.", "Взята в работу: {who}."},
    {Decision::KIND_TAKEN, Grounds::WHY_MOVED, "Taken by the move to “{stage}”: {who}.",
     "Взята переводом на этап «{stage}»: {who}."},
    {Decision::KIND_TAKEN, Grounds::WHY_GIVEN_FOR_GOOD,  //
     "Given for good: {who}.", "Отдана без срока: {who}."},
    {Decision::KIND_DECLINED, Grounds::WHY_UNSPECIFIED,  //
     "Declined: {who}.", "Отказ брать: {who}."},
    {Decision::KIND_MISSED, Grounds::WHY_UNSPECIFIED,  //
     "Not taken in time: {who}.", "Не взята вовремя: {who}."},
    {Decision::KIND_WITHDRAWN, Grounds::WHY_UNSPECIFIED,  //
     "Withdrawn: {who}.", "Отозвана: {who}."},
    {Decision::KIND_WITHDRAWN, Grounds::WHY_WON, "Withdrawn: {who}. The deal was won.",
     "Отозвана: {who}. Сделка успешно закрыта."},
    {Decision::KIND_WITHDRAWN, Grounds::WHY_LOST, "Withdrawn: {who}. The deal was lost: {loss}.",
     "Отозвана: {who}. Сделка не состоялась: {loss}."},
    {Decision::KIND_WITHDRAWN, Grounds::WHY_ASSIGNED_BY_HAND, "Withdrawn: {who}. Assigned by hand: {other}.",
     "Отозвана: {who}. Передана вручную: {other}."},
    {Decision::KIND_WITHDRAWN, Grounds::WHY_DEAL_MISSING, "Withdrawn: {who}. The deal does not exist any more.",
     "Отозвана: {who}. Сделки больше нет."},
    {Decision::KIND_REFUSED, Grounds::WHY_UNSPECIFIED,  //
     "Not offered after all: {who}.", "Назначить не удалось: {who}."},
    {Decision::KIND_REFUSED, Grounds::WHY_DEAL_CHANGED, "Not offered after all: {who}. The deal had changed by then.",
     "Назначить не удалось: {who}. Сделка к тому времени изменилась."},
};

struct RefusalWords {
  std::string_view reason;
  const char* en;
  const char* ru;
};

constexpr RefusalWords kRefusals[] = {
    {"STALE_EPOCH", "The deal had changed by then.", "Сделка к тому времени изменилась."},
    {"ALREADY_OWNED", "The deal has an owner.", "У сделки уже есть ответственный."},
    {"NOT_OPEN", "The deal is closed.", "Сделка закрыта."},
    {"USER_DISABLED", "The user is disabled.", "Пользователь отключён."},
    {"USER_INVITED", "The user has not come yet.", "Пользователь ещё не принял приглашение."},
    {"NOT_FOUND", "The deal does not exist any more.", "Сделки больше нет."},
};

const DecisionWords* Find(Decision::Kind kind, Grounds::Why why) {
  const auto* found =
      std::ranges::find_if(kWords, [&](const auto& words) { return words.kind == kind && words.why == why; });
  return found == std::end(kWords) ? nullptr : found;
}

rpc::Text WordsFor(const Decision& decision) {
  const auto* words = Find(decision.kind(), decision.grounds().why());
  if (words == nullptr) words = Find(decision.kind(), Grounds::WHY_UNSPECIFIED);
  return words == nullptr ? rpc::Text{"{who}", "{who}"} : rpc::Text{words->en, words->ru};
}

rpc::Text PersonIn(const KnownNames& names, int64_t user_id) {
  const auto found = names.people.find(user_id);
  if (found != names.people.end() && !found->second.empty()) return {found->second, found->second};
  return {fmt::format("user {}", user_id), fmt::format("пользователь {}", user_id)};
}

// The name of what the pipeline calls by a key, or the key.
template <class Items>
std::string NameOf(const Items& items, const std::string& key) {
  const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.key() == key; });
  return found == items.end() ? key : found->name();
}

crm::v1::Pipeline PipelineIn(const KnownNames& names, const std::string& key) {
  const auto found = std::ranges::find(names.pipelines, key, &crm::v1::Pipeline::key);
  return found == names.pipelines.end() ? crm::v1::Pipeline() : *found;
}

std::string Filled(const std::string& words, const Grounds& grounds, const crm::v1::Pipeline& pipeline,
                   const std::string& who, const std::string& other) {
  return fmt::format(fmt::runtime(words), fmt::arg("who", who), fmt::arg("other", other),
                     fmt::arg("left", grounds.members_left()), fmt::arg("members", grounds.members()),
                     fmt::arg("answered", grounds.answered()), fmt::arg("disabled", grounds.disabled()),
                     fmt::arg("stage", NameOf(pipeline.stages(), grounds.stage())),
                     fmt::arg("loss", NameOf(pipeline.loss_reasons(), grounds.loss_reason())));
}

// What was said when the deal was declined, or why it was refused.
rpc::Text Remark(const Grounds& grounds) {
  if (!grounds.reason().empty()) return {" Reason: " + grounds.reason(), " Причина: " + grounds.reason()};
  if (grounds.refusal().empty()) return {};
  const auto* known = std::ranges::find(kRefusals, grounds.refusal(), &RefusalWords::reason);
  if (known == std::end(kRefusals)) return {" " + grounds.refusal(), " " + grounds.refusal()};
  return {std::string(" ") + known->en, std::string(" ") + known->ru};
}

}  // namespace

rpc::Text TextOf(const Decision& decision, const KnownNames& names) {
  const auto& grounds = decision.grounds();
  const auto words = WordsFor(decision);
  const auto who = PersonIn(names, decision.user_id());
  const auto other = PersonIn(names, grounds.user_id());
  const auto pipeline = PipelineIn(names, grounds.pipeline());
  const auto remark = Remark(grounds);
  return {Filled(words.en, grounds, pipeline, who.en, other.en) + remark.en,
          Filled(words.ru, grounds, pipeline, who.ru, other.ru) + remark.ru};
}

}  // namespace voronka::distribution

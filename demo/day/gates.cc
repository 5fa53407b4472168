#include "demo/day/gates.h"

#include <fmt/format.h>

#include <algorithm>

#include "client/call_failed.h"
#include "demo/people/people.h"
#include "demo/story/deals.h"
#include "demo/story/expectation.h"

namespace voronka::demo {
namespace {

using crm::v1::Deal;
using crm::v1::MoveDealRequest;

constexpr Text kRefusedAtOnce{"отказано, и названо сразу всё, чего не хватает",
                              "it is refused, and all that is missing is named at once"};

Named NamedBy(const client::CallFailed& refusal) {
  Named named;
  for (const auto& violation : refusal.precondition_violations()) {
    named.push_back(violation.type() + " " + violation.subject());
  }
  std::ranges::sort(named);
  return named;
}

std::string InOneLine(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

// «Новый лид» → «Обрабатываем запрос».
std::string WayOf(const Day& day, const Deal& before, const MoveDealRequest& move) {
  const std::string& pipeline = move.pipeline().empty() ? before.pipeline() : move.pipeline();
  return fmt::format("«{}» → «{}»", day.StageName(before.pipeline(), before.stage()),
                     day.StageName(pipeline, move.stage()));
}

client::CallFailed RefusalOf(Day& day, const MoveDealRequest& move) {
  try {
    day.anna.Call<Deal>(move);
  } catch (const client::CallFailed& refusal) {
    return refusal;
  }
  throw StepFailed(kRefusedAtOnce, "OK", LookAtDeal(move.deal_id()));
}

void SeeUnchanged(Day& day, const Deal& before) {
  const Deal after = ReadDeal(day.anna, before.id());
  Expect(after.etag() == before.etag(), {"отказ ничего не изменил", "the refusal changed nothing"}, OneLine(after),
         LookAtDeal(before.id()));
}

}  // namespace

std::string FieldRequired(std::string_view path) { return fmt::format("FIELD_REQUIRED {}", path); }

std::string OwnFieldRequired(std::string_view key) { return FieldRequired(fmt::format("deal.fields[\"{}\"]", key)); }

std::string Unticked(std::string_view item) {
  return fmt::format("CHECKLIST_UNFINISHED deal.checklist_ticks[\"{}\"]", item);
}

MoveDealRequest MoveOf(const Deal& deal, std::string_view stage, std::string_view pipeline) {
  MoveDealRequest move;
  move.set_deal_id(deal.id());
  move.set_stage(stage.data(), stage.size());
  move.set_pipeline(pipeline.data(), pipeline.size());
  return move;
}

void SeeRefused(Day& day, const MoveDealRequest& move, Named expected) {
  const Deal before = ReadDeal(day.anna, move.deal_id());
  const client::CallFailed refusal = RefusalOf(day, move);
  std::ranges::sort(expected);
  Expect(refusal.code() == grpc::StatusCode::FAILED_PRECONDITION && NamedBy(refusal) == expected, kRefusedAtOnce,
         refusal.what(), LookAtDeal(move.deal_id()));
  SeeUnchanged(day, before);
  day.narrator.Tell({"{}: {}: отказ. {}", "{}: {}: refused. {}"}, kManagers[0].name, WayOf(day, before, move),
                    InOneLine(refusal.localized_message()));
}

Deal SeePassed(Day& day, const MoveDealRequest& move) try {
  const Deal before = ReadDeal(day.anna, move.deal_id());
  const auto after = day.anna.Call<Deal>(move);
  day.narrator.Tell({"{}: {}: прошло", "{}: {}: passed"}, kManagers[0].name, WayOf(day, before, move));
  return after;
} catch (const client::CallFailed& refusal) {
  throw StepFailed({"переход проходит", "the move passes"}, refusal.what(), LookAtDeal(move.deal_id()));
}

}  // namespace voronka::demo

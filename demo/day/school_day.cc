#include <algorithm>

#include "demo/day/days.h"
#include "demo/day/gates.h"
#include "demo/day/props.h"
#include "demo/story/expectation.h"
#include "demo/story/timeline.h"

// A day in the solution `school`: a note after every contact, a task for every client, stages beside the way.
namespace voronka::demo {
namespace {

using crm::v1::Deal;
using crm::v1::TimelineEntry;

constexpr std::string_view kCoursesFunnel = "sales";
constexpr std::string_view kWebinarFunnel = "webinars";

void SeeInTimeline(Day& day, const Deal& deal, std::string_view words) {
  const auto moves = Timeline(day.anna, deal.id(), TimelineEntry::KIND_STAGE_CHANGED);
  Expect(std::ranges::count(moves, words, &TimelineEntry::text) == 1,
         {"сказанное при переходе — в ленте", "what was said with the move is in the timeline"},
         moves.empty() ? "" : OneLine(moves.back()), LookAtDeal(deal.id()));
}

void NoteAndPlan(Day& day) {
  const Deal deal = Make(day, DraftOf("Английский, уровень B1", kCoursesFunnel, "qualification"));
  auto move = MoveOf(deal, "needs_identified");
  SeeRefused(day, move, {kCommentRequired, kTaskRequired});
  PlanTaskFor(day, deal, "Позвать на пробное занятие");
  move.set_comment("Хочет говорить в поездках, удобно вечером.");
  SeePassed(day, move);
  SeeInTimeline(day, deal, move.comment());
}

// Who could not be reached was no contact: no note is asked.
void WaitForAnAnswer(Day& day) {
  const Deal deal = Make(day, DraftOf("Python с нуля", kCoursesFunnel, "qualification"));
  SeeRefused(day, MoveOf(deal, "no_answer"), {kTaskRequired});
  PlanTaskFor(day, deal, "Перезвонить");
  SeePassed(day, MoveOf(deal, "no_answer"));
  SeePassed(day, MoveOf(deal, "qualification"));
}

void CallAgainLater(Day& day) {
  const Deal deal = Make(day, DraftOf("Рисование для подростка", kCoursesFunnel, "qualification"));
  PlanTaskFor(day, deal, "Позвонить в четверг");
  auto move = MoveOf(deal, "repeated_contact");
  SeeRefused(day, move, {kCommentRequired});
  move.set_comment("За рулём, просит позвонить в четверг.");
  SeePassed(day, move);
  SeePassed(day, MoveOf(deal, "needs_identified"));
}

void MissAWebinar(Day& day) {
  const Deal deal = Make(day, DraftOf("Вебинар «Первая программа»", kWebinarFunnel, "registered"));
  for (const std::string_view stage : {"missed", "reminder_sent", "left_early", "attended"}) {
    SeePassed(day, MoveOf(deal, stage));
  }
}

void SayWhyItIsLost(Day& day) {
  auto move = MoveOf(Make(day, DraftOf("Дизайн интерьера", kCoursesFunnel, "qualification")), "lost");
  SeeRefused(day, move, {kReasonRequired});
  move.set_loss_reason("bought_elsewhere");
  SeePassed(day, move);
}

}  // namespace

std::vector<DayScene> DayOfSchool() {
  return {{{"После каждого контакта — примечание и задача", "After each contact, a note and a task"}, NoteAndPlan},
          {{"«Нет ответа»: туда с задачей, обратно свободно", "“Нет ответа”: there with a task, back freely"},
           WaitForAnAnswer},
          {{"«Повторный контакт»: туда и дальше", "“Повторный контакт”: there and on"}, CallAgainLater},
          {{"Вебинар: не пришёл, не досмотрел, пришёл", "A webinar: not there, left early, attended"}, MissAWebinar},
          {{"Без причины не закрыть", "Nothing is lost without a reason"}, SayWhyItIsLost}};
}

}  // namespace voronka::demo

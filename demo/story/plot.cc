#include "demo/story/plot.h"

#include "demo/story/steps.h"

namespace voronka::demo {

std::vector<Chapter> Plot() {
  return {
      {{"Приходит заявка нового клиента", "A new client's inquiry comes in"}, {SubmitAnInquiryTwice, SeeTheOffer}},
      {{"Её никто не берёт: в срок она уходит следующему", "Nobody takes it: at the deadline it passes to the next"},
       {LetTheOfferLapse, SeeItTakenBack, BeToldOfTheLoss, TakeItTooLate}},
      {{"Следующий берёт её в работу", "The next takes it"}, {TakeItByMoving}},
      {{"Клиент пишет снова", "The client writes again"}, {HearFromTheClientAgain, BeToldOfTheClient}},
      {{"Закрыть без причины нельзя", "It cannot be lost without a reason"}, {LoseItWithoutAReason}},
      {{"Задача и напоминание", "A task and its reminder"},
       {SetATaskWithAReminder, BeReminded, CompleteItAndPlanTheNext}},
      {{"Службы убиты посреди работы", "Services are killed in the middle of their work"},
       {PutWorkInFlight, KillServices, SeeThemStartAgain, BeRemindedAfterTheKill, SeeTheOfferPassOn},
       true},
      {{"Заявку не берёт никто", "Nobody at all takes an inquiry"},
       {LetEverybodyMissAnInquiry, HandItToTheHeadOfSales}},
      {{"Ничего не потеряно и не сказано дважды", "Nothing is lost, and nothing said twice"}, {FindNothingTwice}},
      {{"Что осталось на записи", "What is on record"}, {ReadTheTimelines, ExplainWhoGotIt}},
  };
}

}  // namespace voronka::demo

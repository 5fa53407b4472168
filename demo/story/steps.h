#pragma once

#include "demo/story/scene.h"

// The steps of the story, in order. Each reports failure by throwing StepFailed.
namespace voronka::demo {

// inquiry.cc
void SubmitAnInquiryTwice(Scene& scene);

// offer.cc
void SeeTheOffer(Scene& scene);
void LetTheOfferLapse(Scene& scene);
void SeeItTakenBack(Scene& scene);
void BeToldOfTheLoss(Scene& scene);

// taking.cc
void TakeItTooLate(Scene& scene);
void TakeItByMoving(Scene& scene);

// work.cc
void HearFromTheClientAgain(Scene& scene);
void BeToldOfTheClient(Scene& scene);
void LoseItWithoutAReason(Scene& scene);

// task.cc
void SetATaskWithAReminder(Scene& scene);
void BeReminded(Scene& scene);
void BeRemindedAfterTheKill(Scene& scene);
void CompleteItAndPlanTheNext(Scene& scene);

// faults.cc
void PutWorkInFlight(Scene& scene);
void KillServices(Scene& scene);
void SeeThemStartAgain(Scene& scene);
void SeeTheOfferPassOn(Scene& scene);

// escalation.cc
void LetEverybodyMissAnInquiry(Scene& scene);
void HandItToTheHeadOfSales(Scene& scene);

// doubles.cc
void FindNothingTwice(Scene& scene);

// record.cc
void ReadTheTimelines(Scene& scene);
void ExplainWhoGotIt(Scene& scene);

}  // namespace voronka::demo

#include "crm_service/work/activities/activity_rules.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <initializer_list>

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Code;
using v1::Activity;

namespace {

constexpr int64_t kTimeSlack = 60'000'000;

bool IsOneOf(Activity::Channel channel, std::initializer_list<Activity::Channel> channels) {
  return std::ranges::find(channels, channel) != channels.end();
}

bool SuitsKind(Activity::Channel channel, Activity::Kind kind) {
  if (channel == Activity::CHANNEL_UNSPECIFIED || channel == Activity::CHANNEL_OTHER) return true;
  switch (kind) {
    case Activity::KIND_CALL:
      return IsOneOf(channel, {Activity::CHANNEL_PHONE, Activity::CHANNEL_MESSENGER, Activity::CHANNEL_SOCIAL_NETWORK,
                               Activity::CHANNEL_VIDEO});
    case Activity::KIND_MESSAGE:
      return IsOneOf(channel, {Activity::CHANNEL_EMAIL, Activity::CHANNEL_SMS, Activity::CHANNEL_MESSENGER,
                               Activity::CHANNEL_SOCIAL_NETWORK});
    default:
      return IsOneOf(channel, {Activity::CHANNEL_IN_PERSON, Activity::CHANNEL_VIDEO});
  }
}

}  // namespace

void CheckMayChange(const rpc::Caller& caller, const Activity& activity) {
  if (activity.user_id() == caller.user_id || caller.LeadsSales()) return;
  throw rpc::Error(Code::kPermissionDenied,
                   {"NOT_YOUR_ACTIVITY", "activity_id", {"Another manager noted it.", "Это отметил другой менеджер."}});
}

Activity Completed(Activity draft, const v1::Deal& deal, int64_t noted) {
  if (draft.contact_id() == 0) draft.set_contact_id(deal.contact_id());
  if (!draft.has_time()) *draft.mutable_time() = TimeUtil::MicrosecondsToTimestamp(noted);
  return draft;
}

void RequireChannelOfKind(const Activity& activity, rpc::Violations& violations) {
  violations.AddUnless(SuitsKind(activity.channel(), activity.kind()), "CHANNEL_NOT_OF_KIND", "activity.channel",
                       {"It cannot have been by this channel.", "Так связаться нельзя: выберите другой канал."});
}

void CheckTime(const Activity& activity, const v1::Deal& deal, int64_t now) {
  const int64_t time = TimeUtil::TimestampToMicroseconds(activity.time());
  rpc::Violations violations;
  violations.AddUnless(time <= now + kTimeSlack, "TIME_IN_FUTURE", "activity.time",
                       {"That time is still to come.", "Это время ещё не наступило."});
  violations.AddUnless(time >= TimeUtil::TimestampToMicroseconds(deal.create_time()) - kTimeSlack, "TIME_BEFORE_DEAL",
                       "activity.time", {"There was no such deal at that time.", "В это время сделки ещё не было."});
  violations.ThrowIfAny(Code::kFailedPrecondition);
}

}  // namespace voronka::crm

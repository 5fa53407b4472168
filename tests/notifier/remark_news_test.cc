#include "notifier/news/remark_news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/support/changes.h"

namespace voronka::notifier {
namespace {

using crm::v1::Event;
using crm::v1::Remark;
using crm::v1::ResourceChange;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using v1::Notification;

std::vector<News> RemarkNewsOf(Event event, int64_t actor_user_id) {
  event.set_actor_user_id(actor_user_id);
  return NewsOfRemark(event, events::ReadChange<Remark>(event), {1, 5});
}

Event MadeBy(int64_t author) {
  auto remark = Proto<Remark>("id: 7 text: 'Лишнее поле' state: STATE_OPEN deal_id: 3");
  remark.set_author_user_id(author);
  return testing::Created(kAccount, remark);
}

Event AnsweredTo(int64_t author) {
  auto before = Proto<Remark>("id: 7 text: 'Лишнее поле' state: STATE_OPEN");
  before.set_author_user_id(author);
  auto after = before;
  after.set_state(Remark::STATE_ANSWERED);
  after.set_answer("Убрали");
  return testing::Changed(kAccount, before, after, ResourceChange::KIND_UPDATED);
}

auto ToldTo(int64_t user_id, Notification::Kind kind, const std::string& text) {
  return AllOf(Field(&News::user_id, user_id), Field(&News::kind, kind), Field(&News::text, text));
}

TEST(RemarkNews, GoesToEveryOwnerOfTheProcess) {
  EXPECT_THAT(RemarkNewsOf(MadeBy(2), 2), ElementsAre(ToldTo(1, Notification::KIND_REMARK, "Лишнее поле"),
                                                      ToldTo(5, Notification::KIND_REMARK, "Лишнее поле")));
}

TEST(RemarkNews, DoesNotGoToWhoeverMadeIt) {
  EXPECT_THAT(RemarkNewsOf(MadeBy(5), 5), ElementsAre(ToldTo(1, Notification::KIND_REMARK, "Лишнее поле")));
}

TEST(RemarkNews, OfAnAnswerGoesToTheAuthor) {
  EXPECT_THAT(RemarkNewsOf(AnsweredTo(2), 1), ElementsAre(ToldTo(2, Notification::KIND_REMARK_ANSWERED, "Убрали")));
  EXPECT_THAT(RemarkNewsOf(AnsweredTo(1), 1), IsEmpty());
}

}  // namespace
}  // namespace voronka::notifier

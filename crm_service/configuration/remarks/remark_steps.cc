#include "crm_service/configuration/remarks/remark_steps.h"

#include <google/protobuf/util/time_util.h>

#include <limits>
#include <utility>
#include <vector>

#include "crm_service/configuration/remarks/remarks.h"
#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/log/versions/configuration_versions.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::Remark;

namespace {

void CheckStage(Session& session, const Remark& remark, Violations& violations) {
  if (remark.pipeline().empty() && remark.stage().empty()) return;
  const auto pipeline = Pipelines(session).Find(remark.pipeline());
  if (!pipeline) {
    return violations.Add("UNKNOWN_PIPELINE", "remark.pipeline", {"There is no such pipeline.", "Такой воронки нет."});
  }
  violations.AddUnless(remark.stage().empty() || FindStage(*pipeline, remark.stage()) != nullptr, "UNKNOWN_STAGE",
                       "remark.stage", {"The pipeline has no such stage.", "В воронке нет такого этапа."});
}

void CheckField(Session& session, const Remark& remark, Violations& violations) {
  if (remark.field().empty()) return;
  const auto* field = FindField(FieldSets(session).All(), FieldName::Parse(remark.field()));
  violations.AddUnless(field != nullptr, "UNKNOWN_FIELD", "remark.field",
                       {"There is no such field.", "Такого поля нет."});
}

void CheckIsOpen(const Remark& remark) {
  if (remark.state() == Remark::STATE_OPEN) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"REMARK_ANSWERED", "remark_id", {"The remark is answered already.", "На замечание уже ответили."}});
}

void RequireVersion(Session& session, int64_t version) {
  Violations violations;
  violations.AddUnless(version <= ConfigurationVersions(session).Latest(), "UNKNOWN_VERSION", "version",
                       {"The configuration has no such version.", "Такой версии конфигурации нет."});
  violations.ThrowIfAny();
}

}  // namespace

Remark CreateRemark(Session& session, const v1::CreateRemarkRequest& request) {
  auto remark = rpc::Created(request.remark());
  Violations violations;
  violations.AddUnless(!remark.stage().empty() || !remark.field().empty(), "REQUIRED", "remark.stage",
                       {"Name the stage or the field.", "Укажите этап или поле."});
  CheckStage(session, remark, violations);
  CheckField(session, remark, violations);
  RequireSeenDeal(session, remark.deal_id(), "remark.deal_id", violations);
  violations.ThrowIfAny();
  remark.set_state(Remark::STATE_OPEN);
  remark.set_author_user_id(session.caller.user_id);
  return Remarks(session).Add(std::move(remark));
}

Remark AnswerRemark(Session& session, const v1::AnswerRemarkRequest& request) {
  Remarks remarks(session);
  const auto before = remarks.Lock(request.remark_id());
  CheckIsOpen(before);
  rpc::CheckEtag(request.etag(), before.etag());
  RequireVersion(session, request.version());
  auto after = before;
  after.set_state(Remark::STATE_ANSWERED);
  after.set_answer(request.answer());
  after.set_answer_user_id(session.caller.user_id);
  after.set_answer_version(request.version());
  *after.mutable_answer_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session.Now());
  return remarks.Save(before, std::move(after));
}

v1::ListRemarksResponse ListRemarks(Session& session, const v1::ListRemarksRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  v1::ListRemarksResponse response;
  page.Fill(Remarks(session).List(request, page.key(), page.limit()), response.mutable_remarks(),
            response.mutable_next_page_token(), [](const Remark& remark) { return std::vector{remark.id()}; });
  return response;
}

}  // namespace voronka::crm

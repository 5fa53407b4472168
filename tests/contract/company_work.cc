// What is done and kept in the company: tasks, activities, files, remarks, approvals.
#include <google/protobuf/util/time_util.h>

#include <ctime>

#include "tests/contract/company.h"
#include "tests/contract/sample_pipeline.h"
#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/file.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/remark.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::testing {

using google::protobuf::util::TimeUtil;

int64_t Company::MakeTask() {
  crm::v1::CreateTaskRequest request;
  request.mutable_task()->set_text("Позвонить");
  *request.mutable_task()->mutable_due_time() = TimeUtil::SecondsToTimestamp(std::time(nullptr) + 86'400);
  return account_.admin().Call<crm::v1::Task>(request).id();
}

int64_t Company::MakeActivity() {
  crm::v1::CreateActivityRequest request;
  request.mutable_activity()->set_deal_id(ids_.at("deal"));
  request.mutable_activity()->set_kind(crm::v1::Activity::KIND_CALL);
  return account_.admin().Call<crm::v1::Activity>(request).id();
}

void Company::MakeActivities() {
  ids_["activity"] = MakeActivity();
  ids_["DeleteActivity.activity"] = MakeActivity();
}

int64_t Company::BeginUpload(int64_t size) {
  crm::v1::CreateUploadRequest request;
  auto& upload = *request.mutable_upload();
  upload.set_entity(crm::v1::ENTITY_DEAL);
  upload.set_entity_id(ids_.at("deal"));
  upload.set_name("договор.txt");
  upload.set_size(size);
  return account_.admin().Call<crm::v1::Upload>(request).id();
}

int64_t Company::MakeFile() {
  crm::v1::FinishUploadRequest request;
  request.set_upload_id(BeginUpload(0));
  return account_.admin().Call<crm::v1::File>(request).id();
}

void Company::MakeFiles() {
  ids_["entity"] = ids_.at("deal");
  // Has room for the text of a valid part.
  ids_["upload"] = BeginUpload(100);
  ids_["FinishUpload.upload"] = BeginUpload(0);
  ids_["DeleteUpload.upload"] = BeginUpload(1);
  ids_["file"] = MakeFile();
  ids_["DeleteFile.file"] = MakeFile();
}

void Company::MakeTasks() {
  ids_["task"] = MakeTask();
  ids_["CompleteTask.task"] = MakeTask();
}

int64_t Company::MakeRemark() {
  crm::v1::CreateRemarkRequest request;
  request.mutable_remark()->set_field("deal.amount");
  request.mutable_remark()->set_text("Не знаю сумму так рано");
  return account_.admin().Call<crm::v1::Remark>(request).id();
}

void Company::MakeRemarks() {
  ids_["remark"] = MakeRemark();
  texts_["CreateRemark.pipeline"] = "first_sales";
  texts_["CreateRemark.stage"] = "accepted";
}

void Company::MakeApproval() {
  crm::v1::CreatePipelineRequest pipeline;
  *pipeline.mutable_pipeline() = SamplePipeline("agreed");
  auto& rule = *pipeline.mutable_pipeline()->mutable_stages(1)->add_rules();
  rule.set_key("approval");
  rule.set_binding(crm::v1::StageRule::BINDING_ENTER);
  rule.mutable_approval()->set_role(options::v1::ROLE_HEAD_OF_SALES);
  account_.admin().Call<crm::v1::Pipeline>(pipeline);
  texts_["CreateApproval.pipeline"] = "agreed";
  texts_["CreateApproval.stage"] = "won";
  crm::v1::CreateApprovalRequest request;
  request.mutable_approval()->set_deal_id(MakeUnownedDeal());
  request.mutable_approval()->set_pipeline("agreed");
  request.mutable_approval()->set_stage("won");
  ids_["approval"] = account_.admin().Call<crm::v1::Approval>(request).id();
  request.mutable_approval()->set_deal_id(MakeUnownedDeal());
  ids_["WithdrawApproval.approval"] = account_.admin().Call<crm::v1::Approval>(request).id();
}

}  // namespace voronka::testing

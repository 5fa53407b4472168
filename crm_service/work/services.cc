#include "crm_service/work/services.h"

#include "crm_service/clients/filters/client_filter_steps.h"
#include "crm_service/sales/filters/deal_filter_steps.h"
#include "crm_service/work/activities/activity_steps.h"
#include "crm_service/work/approvals/approval_steps.h"
#include "crm_service/work/files/file_steps.h"
#include "crm_service/work/files/upload_steps.h"
#include "crm_service/work/filters/list_view_steps.h"
#include "crm_service/work/filters/saved_filter_steps.h"
#include "crm_service/work/filters/task_filter_steps.h"
#include "crm_service/work/leads/lead_steps.h"
#include "crm_service/work/tasks/task_list_steps.h"
#include "crm_service/work/tasks/task_steps.h"

namespace voronka::crm {
namespace {

// The step, with where files are kept.
template <class Response, class Request, class Needed>
auto In(FileKeeping& keeping, Response (*step)(rpc::Session&, const Request&, Needed&)) {
  return [&keeping, step](rpc::Session& session, const Request& request) { return step(session, request, keeping); };
}

}  // namespace

rpc::Services WorkServices(rpc::FeedHost& host, FileKeeping& files) {
  rpc::Services services;
  services.push_back(rpc::MakeService(
      host, "voronka.crm.v1.TaskService",
      {CreateTask, GetTask, CompleteTask, RescheduleTask, ListTasks, ListTaskCards, CountOverdueTasks}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ActivityService",
                                      {CreateActivity, UpdateActivity, DeleteActivity, ListActivities}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ApprovalService",
                                      {CreateApproval, AnswerApproval, WithdrawApproval, ListApprovals}));
  const rpc::Method finish_upload(In(files, ScanUpload), In(files, FinishUpload));
  services.push_back(rpc::MakeService(
      host, "voronka.crm.v1.FileService",
      {In(files, CreateUpload), GetUpload, In(files, AppendUpload), finish_upload, In(files, DeleteUpload), GetFile,
       In(files, ListFiles), In(files, ReadFile), UpdateFile, DeleteFile, UndeleteFile}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.FilterService",
                                      {FilterDeals, CountDeals, FilterContacts, CountContacts, FilterCompanies,
                                       CountCompanies, FilterTasks, CountTasks}));
  services.push_back(
      rpc::MakeService(host, "voronka.crm.v1.SavedFilterService",
                       {CreateSavedFilter, GetSavedFilter, ListSavedFilters, UpdateSavedFilter, DeleteSavedFilter}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ListViewService", {GetListView, UpdateListView}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.LeadService", {ConvertLead, UndoConversion, RefuseLead}));
  return services;
}

}  // namespace voronka::crm

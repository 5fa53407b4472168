#pragma once

#include "crm_service/accounts/account_service.h"
#include "crm_service/board/board_service.h"
#include "crm_service/changes/change_service.h"
#include "crm_service/contacts/contact_service.h"
#include "crm_service/deals/deal_service.h"
#include "crm_service/events/event_service.h"
#include "crm_service/forms/form_service.h"
#include "crm_service/held_forms/held_form_service.h"
#include "crm_service/inquiries/inquiry_service.h"
#include "crm_service/pipelines/pipeline_service.h"
#include "crm_service/sessions/session_service.h"
#include "crm_service/tasks/task_service.h"
#include "crm_service/teams/team_service.h"
#include "crm_service/timeline/timeline_service.h"
#include "crm_service/users/role_check.h"
#include "crm_service/users/user_service.h"
#include "foundation/events/log.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/service_host.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::crm {

// The service's parts, in the order in which they need one another.
class Crm {
 public:
  explicit Crm(const config::v1::Crm& configuration);

  // Until a signal.
  void Serve(process::StopSignal& stop_signal);

 private:
  const process::SystemClock clock_;
  events::Log log_;
  rpc::ServiceHost host_;
  RoleCheck role_check_;
  events::Tail tail_;
  RecentChanges recent_changes_;
  security::PasswordGate passwords_;
  security::TokenSigner signer_;

  AccountService accounts_;
  BoardService board_;
  ChangeService changes_;
  ContactService contacts_;
  DealService deals_;
  EventService events_;
  FormService forms_;
  HeldFormService held_forms_;
  InquiryService inquiries_;
  PipelineService pipelines_;
  SessionService sessions_;
  TaskService tasks_;
  TeamService teams_;
  TimelineService timeline_;
  UserService users_;
};

}  // namespace voronka::crm

#include "crm_service/sales/services.h"

#include "crm_service/sales/board/board_steps.h"
#include "crm_service/sales/deals/checklist_steps.h"
#include "crm_service/sales/deals/deal_contact_steps.h"
#include "crm_service/sales/deals/deal_steps.h"
#include "crm_service/sales/deals/linked_deal_steps.h"
#include "crm_service/sales/deals/move_steps.h"
#include "crm_service/sales/deals/offer_steps.h"
#include "crm_service/sales/deals/stage_clearing.h"
#include "crm_service/sales/pipelines/pipeline_steps.h"
#include "crm_service/sales/queues/queue_end.h"
#include "crm_service/sales/queues/queue_import.h"
#include "crm_service/sales/queues/queue_steps.h"
#include "crm_service/sales/sight/seen_deal_steps.h"
#include "crm_service/sales/timeline/timeline_steps.h"

namespace voronka::crm {

rpc::Services SalesServices(rpc::FeedHost& host, const DealHandover& handover) {
  const auto reassign = [handover](rpc::Session& session, const v1::ReassignDealRequest& request) {
    return ReassignDeal(session, request, handover);
  };
  const auto update_pipeline = [](rpc::Session& session, const v1::UpdatePipelineRequest& request) {
    auto pipeline = UpdatePipeline(session, request, ClearStages);
    EndQueuesWithoutStage(session, pipeline);
    return pipeline;
  };
  const auto archive_pipeline = [](rpc::Session& session, const v1::ArchivePipelineRequest& request) {
    auto pipeline = ArchivePipeline(session, request);
    EndQueuesWithoutStage(session, pipeline);
    return pipeline;
  };
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.PipelineService",
                                      {CreatePipeline, GetPipeline, ListPipelines, update_pipeline, MoveStageDeals,
                                       archive_pipeline, UnarchivePipeline}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.QueueService",
                                      {CreateQueue, GetQueue, ListQueues, UpdateQueue, DeleteQueue, ImportQueues}));
  services.push_back(rpc::MakeService(
      host, "voronka.crm.v1.DealService",
      {CreateDeal, GetDeal, UpdateDeal, MoveDeal, CanMove, TickChecklistItem, CreateLinkedDeal, ListLinkedDeals,
       reassign, ListDeals, ListClientDeals, ListSeenDeals, ListSeenOwners, ListStageTotals, ListStageHistory}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.DealContactService",
                                      {CreateDealContact, UpdateDealContact, DeleteDealContact, ListDealContacts}));
  services.push_back(
      rpc::MakeService(host, "voronka.crm.v1.DealOfferService", {TakeOffer, DeclineOffer, OfferDeal, ReclaimDeal}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.BoardService", {GetBoard, ListCards, BatchGetCards}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.TimelineService", {ListTimeline, AddNote}));
  return services;
}

}  // namespace voronka::crm

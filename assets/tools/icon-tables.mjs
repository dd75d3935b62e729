/**
 * What the icon set does not say of itself: AWS's category of every service icon, and names its file titles get wrong.
 *
 * Categories: the product list at aws.amazon.com/products and the folders of the official icon package of
 * 2026-01-30, checked 2026-11-23. File names without `.svg`, separated by white space.
 */
export const SERVICE_CATEGORIES = {
  analytics: `AWSCleanRooms AWSDataExchange AWSEntityResolution AWSGlue AWSGlueDataBrew AWSLakeFormation
    AmazonAthena AmazonCloudSearch AmazonDataFirehose AmazonDataZone AmazonEMR AmazonFinSpace AmazonKinesis
    AmazonKinesisDataStreams AmazonManagedServiceforApacheFlink
    AmazonManagedStreamingforApacheKafka AmazonOpenSearchService AmazonRedshift
    AmazonSageMaker`,
  applicationIntegration: `AWSAppSync AWSB2BDataInterchange AWSExpressWorkflows AWSStepFunctions AmazonAppFlow
    AmazonEventBridge AmazonMQ AmazonManagedWorkflowsforApacheAirflow AmazonSimpleNotificationService
    AmazonSimpleQueueService`,
  artificialIntelligence: `AWSDeepLearningAMIs AWSDeepLearningContainers AWSDeepRacer AWSHealthImaging
    AWSHealthLake AWSHealthOmics AWSHealthScribe AWSNeuron AWSPanorama AWSAppStudio AmazonAugmentedAIA2I
    AmazonBedrock AmazonBedrockAgentCore AmazonCodeGuru AmazonCodeWhisperer AmazonComprehend
    AmazonComprehendMedical AmazonDevOpsGuru AmazonElasticInference AmazonForecast AmazonFraudDetector
    AmazonKendra AmazonLex AmazonLookoutforEquipment AmazonLookoutforVision AmazonMonitron AmazonNova
    AmazonPersonalize AmazonPolly AmazonQ AmazonRekognition AmazonSageMakerAI AmazonSageMakerGroundTruth
    AmazonSageMakerStudioLab AmazonTextract AmazonTranscribe AmazonTranslate ApacheMXNetonAWS PyTorchonAWS
    TensorFlowonAWS`,
  blockchain: `AmazonManagedBlockchain`,
  businessApplications: `AWSAppFabric AWSEndUserMessaging AWSSupplyChain AWSWickr AmazonChime AmazonChimeSDK
    AmazonPinpoint AmazonPinpointAPIs AmazonQuickSuite AmazonSimpleEmailService AmazonWorkDocs AmazonWorkDocsSDK AmazonWorkMail`,
  cloudFinancialManagement: `AWSBillingConductor AWSBudgets AWSCostExplorer AWSCostandUsageReport
    ReservedInstanceReporting SavingsPlans`,
  compute: `AWSAppRunner AWSBatch AWSElasticBeanstalk AWSLambda AWSLocalZones AWSNitroEnclaves
    AWSOutpostsfamily AWSOutpostsrack AWSOutpostsservers AWSParallelCluster AWSParallelComputingService
    AWSServerlessApplicationRepository AWSSimSpaceWeaver AWSWavelength AmazonDCV AmazonEC2
    AmazonEC2AutoScaling AmazonEC2ImageBuilder AmazonElasticVMwareService AmazonLightsail
    AmazonLightsailforResearch Bottlerocket ElasticFabricAdapter`,
  containers: `AWSFargate AmazonECSAnywhere AmazonEKSAnywhere AmazonEKSDistro
    AmazonElasticContainerRegistry AmazonElasticContainerService AmazonElasticKubernetesService
    RedHatOpenShiftServiceonAWS`,
  customerEnablement: `AWSActivate AWSIQ AWSManagedServices AWSProfessionalServices AWSSupport
    AWSTrainingCertification AWSrePost AWSrePostPrivate`,
  customerExperience: `AmazonConnect`,
  database: `AWSDatabaseMigrationService AmazonAurora AmazonDocumentDB AmazonDynamoDB AmazonElastiCache
    AmazonKeyspaces AmazonMemoryDB AmazonNeptune AmazonRDS AmazonTimestream OracleDatabaseatAWS`,
  developerTools: `AWSCloud9 AWSCloudControlAPI AWSCloudDevelopmentKit AWSCloudShell AWSCodeArtifact
    AWSCodeBuild AWSCodeCommit AWSCodeDeploy AWSCodePipeline AWSCommandLineInterface
    AWSFaultInjectionService AWSInfrastructureComposer AWSToolsandSDKs AWSXRay AmazonCodeCatalyst
    AmazonCorretto`,
  endUserComputing: `AmazonWorkSpaces`,
  frontEndWebMobile: `AWSAmplify AWSDeviceFarm AmazonLocationService`,
  games: `AmazonGameLiftServers AmazonGameLiftStreams Open3DEngine`,
  internetOfThings: `AWSIoTCore AWSIoTDeviceDefender AWSIoTDeviceManagement AWSIoTEvents AWSIoTExpressLink
    AWSIoTFleetWise AWSIoTGreengrass AWSIoTSiteWise AWSIoTTwinMaker FreeRTOS`,
  managementGovernance: `AWSAppConfig AWSApplicationAutoScaling AWSAutoScaling AWSBackintAgent AWSChatbot
    AWSCloudFormation AWSCloudTrail AWSComputeOptimizer AWSConfig AWSConsoleMobileApplication AWSControlTower AWSDevOpsAgent
    AWSDistroforOpenTelemetry AWSHealthDashboard AWSLaunchWizard AWSLicenseManager AWSManagementConsole
    AWSOrganizations AWSPartnerCentral AWSProton AWSResilienceHub AWSResourceExplorer AWSServiceCatalog
    AWSServiceManagementConnector AWSSystemsManager AWSTelcoNetworkBuilder AWSTrustedAdvisor
    AWSUserNotifications AWSWellArchitectedTool AmazonCloudWatch AmazonManagedGrafana
    AmazonManagedServiceforPrometheus`,
  mediaServices: `AWSDeadlineCloud AWSElementalAppliancesSoftware AWSElementalConductor AWSElementalDelta
    AWSElementalLink AWSElementalLive AWSElementalMediaConnect AWSElementalMediaConvert
    AWSElementalMediaLive AWSElementalMediaPackage AWSElementalMediaStore AWSElementalMediaTailor
    AWSElementalServer AWSThinkboxDeadline AWSThinkboxFrost AWSThinkboxKrakatoa AWSThinkboxStoke
    AWSThinkboxXMesh AmazonInteractiveVideoService
    AmazonKinesisVideoStreams`,
  migrationModernization: `AWSApplicationDiscoveryService AWSApplicationMigrationService AWSDataSync
    AWSDataTransferTerminal AWSMainframeModernization AWSMigrationEvaluator AWSMigrationHub
    AWSTransferFamily AWSTransform`,
  multicloudHybrid: ``,
  networkingContentDelivery: `AWSAppMesh AWSClientVPN AWSCloudMap AWSCloudWAN AWSDirectConnect
    AWSGlobalAccelerator AWSPrivateLink AWSRTBFabric AWSSitetoSiteVPN AWSTransitGateway AWSVerifiedAccess
    AmazonAPIGateway AmazonApplicationRecoveryController AmazonCloudFront AmazonRoute53 AmazonVPCLattice
    AmazonVirtualPrivateCloud ElasticLoadBalancing`,
  quantumTechnologies: `AmazonBraket`,
  satellite: `AWSGroundStation`,
  securityIdentityCompliance: `AWSArtifact AWSAuditManager AWSCertificateManager AWSCloudHSM
    AWSDirectoryService AWSFirewallManager AWSIAMIdentityCenter AWSIdentityandAccessManagement
    AWSKeyManagementService AWSNetworkFirewall AWSPaymentCryptography AWSPrivateCertificateAuthority
    AWSResourceAccessManager AWSSecretsManager AWSSecurityAgent AWSSecurityHub
    AWSSecurityIncidentResponse AWSShield AWSSigner AWSWAF AmazonCloudDirectory AmazonCognito
    AmazonDetective AmazonGuardDuty AmazonInspector AmazonMacie AmazonSecurityLake
    AmazonVerifiedPermissions`,
  serverless: ``,
  storage: `AWSBackup AWSElasticDisasterRecovery AWSSnowball AWSSnowballEdge AWSStorageGateway AmazonEFS
    AmazonElasticBlockStore AmazonFSx AmazonFSxforLustre AmazonFSxforNetAppONTAP AmazonFSxforOpenZFS
    AmazonFSxforWFS AmazonFileCache AmazonS3onOutposts AmazonSimpleStorageService
    AmazonSimpleStorageServiceGlacier`,
  general: `AWSMarketplace AWSMarketplaceDark`,
}

/** Colours AWS paints each category's service icons in; the tool refuses a category that contradicts its icon. */
export const CATEGORY_COLORS = {
  analytics: '#8c4fff',
  applicationIntegration: '#e7157b',
  artificialIntelligence: '#01a88d',
  blockchain: '#ed7100',
  businessApplications: '#dd344c',
  cloudFinancialManagement: '#7aa116',
  compute: '#ed7100',
  containers: '#ed7100',
  customerEnablement: '#c925d1',
  customerExperience: '#dd344c',
  database: '#c925d1',
  developerTools: '#c925d1',
  endUserComputing: '#01a88d',
  frontEndWebMobile: '#dd344c',
  games: '#8c4fff',
  internetOfThings: '#7aa116',
  managementGovernance: '#e7157b',
  mediaServices: '#ed7100',
  migrationModernization: '#01a88d',
  networkingContentDelivery: '#8c4fff',
  quantumTechnologies: '#ed7100',
  satellite: '#c925d1',
  securityIdentityCompliance: '#dd344c',
  storage: '#7aa116',
}

/** Folder names in resource icons' titles. */
export const RESOURCE_FOLDERS = {
  Analytics: 'analytics',
  'Application-Integration': 'applicationIntegration',
  Blockchain: 'blockchain',
  'Business-Applications': 'businessApplications',
  Compute: 'compute',
  Containers: 'containers',
  Database: 'database',
  'Developer-Tools': 'developerTools',
  'Front-End-Web-Mobile': 'frontEndWebMobile',
  'General-Resource': 'general',
  IoT: 'internetOfThings',
  'Machine-Learning': 'artificialIntelligence',
  'Management-Governance': 'managementGovernance',
  'Media-Services': 'mediaServices',
  'Migration-and-Transfer': 'migrationModernization',
  'Networking-and-Content-Delivery': 'networkingContentDelivery',
  'Quantum-Technologies': 'quantumTechnologies',
  'Security-Identity-and-Compliance': 'securityIdentityCompliance',
  Storage: 'storage',
}

/** Names where the file's title is missing, outdated, or loses a hyphen. */
export const SERVICE_NAMES = {
  AWSAppStudio: 'AWS App Studio',
  AWSComputeOptimizer: 'AWS Compute Optimizer',
  AWSDataTransferTerminal: 'AWS Data Transfer Terminal',
  AWSDeadlineCloud: 'AWS Deadline Cloud',
  AWSDevOpsAgent: 'AWS DevOps Agent',
  AWSElementalAppliancesSoftware: 'AWS Elemental Appliances and Software',
  AWSEndUserMessaging: 'AWS End User Messaging',
  AWSExpressWorkflows: 'AWS Step Functions Express Workflows',
  AWSFaultInjectionService: 'AWS Fault Injection Service',
  AWSInfrastructureComposer: 'AWS Infrastructure Composer',
  AWSMarketplace: 'AWS Marketplace',
  AWSMarketplaceDark: 'AWS Marketplace (dark)',
  AWSParallelCluster: 'AWS ParallelCluster',
  AWSParallelComputingService: 'AWS Parallel Computing Service',
  AWSPartnerCentral: 'AWS Partner Central',
  AWSRTBFabric: 'AWS RTB Fabric',
  AWSSecurityAgent: 'AWS Security Agent',
  AWSSecurityIncidentResponse: 'AWS Security Incident Response',
  AWSSitetoSiteVPN: 'AWS Site-to-Site VPN',
  AWSTrainingCertification: 'AWS Training and Certification',
  AWSTransform: 'AWS Transform',
  AWSUserNotifications: 'AWS User Notifications',
  AWSWellArchitectedTool: 'AWS Well-Architected Tool',
  AWSXRay: 'AWS X-Ray',
  AWSrePost: 'AWS re:Post',
  AWSrePostPrivate: 'AWS re:Post Private',
  AmazonAPIGateway: 'Amazon API Gateway',
  AmazonApplicationRecoveryController: 'Amazon Application Recovery Controller',
  AmazonAugmentedAIA2I: 'Amazon Augmented AI (A2I)',
  AmazonBedrockAgentCore: 'Amazon Bedrock AgentCore',
  AmazonDCV: 'Amazon DCV',
  AmazonDataFirehose: 'Amazon Data Firehose',
  AmazonEFS: 'Amazon Elastic File System',
  AmazonElasticVMwareService: 'Amazon Elastic VMware Service',
  AmazonFSxforWFS: 'Amazon FSx for Windows File Server',
  AmazonGameLiftServers: 'Amazon GameLift Servers',
  AmazonGameLiftStreams: 'Amazon GameLift Streams',
  AmazonMemoryDB: 'Amazon MemoryDB',
  AmazonNova: 'Amazon Nova',
  AmazonQuickSuite: 'Amazon Quick Suite',
  AmazonRDS: 'Amazon Relational Database Service',
  AmazonSageMaker: 'Amazon SageMaker',
  AmazonSageMakerAI: 'Amazon SageMaker AI',
  AmazonSimpleStorageServiceGlacier: 'Amazon S3 Glacier',
  AmazonWorkSpaces: 'Amazon WorkSpaces',
  ApacheMXNetonAWS: 'Apache MXNet on AWS',
  OracleDatabaseatAWS: 'Oracle Database@AWS',
  PyTorchonAWS: 'PyTorch on AWS',
}

/** `[service, resource, category]` where the title is missing or says it wrongly. */
export const RESOURCE_NAMES = {
  AmazonAPIGatewayEndpoint: ['Amazon API Gateway', 'Endpoint', 'networkingContentDelivery'],
  AmazonEC2AWSMicroserviceExtractorforNET: [
    'Amazon EC2',
    'AWS Microservice Extractor for .NET',
    'compute',
  ],
  AmazonElastiCacheElastiCacheforValkey: [
    'Amazon ElastiCache',
    'ElastiCache for Valkey',
    'database',
  ],
  AmazonElasticContainerServiceCopiIoTCLI: [
    'Amazon Elastic Container Service',
    'AWS Copilot CLI',
    'containers',
  ],
  AmazonSimpleStorageServiceDirectorybucket: [
    'Amazon Simple Storage Service',
    'Directory Bucket',
    'storage',
  ],
  AmazonSimpleStorageServiceS3ExpressOneZone: [
    'Amazon Simple Storage Service',
    'S3 Express One Zone',
    'storage',
  ],
  AmazonSimpleStorageServiceS3Tables: ['Amazon Simple Storage Service', 'S3 Tables', 'storage'],
  AmazonSimpleStorageServiceS3Vectors: ['Amazon Simple Storage Service', 'S3 Vectors', 'storage'],
  AmazonAuroraAmazonRDSInstanceAternate: [
    'Amazon Aurora',
    'Amazon RDS Instance (alternate)',
    'database',
  ],
  AmazonAuroraAmazonAuroraInstancealternate: [
    'Amazon Aurora',
    'Aurora Instance (alternate)',
    'database',
  ],
  AmazonAuroraInstance: ['Amazon Aurora', 'Aurora Instance', 'database'],
  AmazonRoute53HostedZone: ['Amazon Route 53', 'Hosted Zone', 'networkingContentDelivery'],
  AmazonEventBridgeEvent: ['Amazon EventBridge', 'Event', 'applicationIntegration'],
  AmazonRDSProxyInstance: ['Amazon RDS', 'RDS Proxy', 'database'],
  AmazonRDSProxyInstanceAlternate: ['Amazon RDS', 'RDS Proxy (alternate)', 'database'],
  AmazonRDSMultiAZ: ['Amazon RDS', 'Multi-AZ', 'database'],
  AmazonRDSMultiAZDBCluster: ['Amazon RDS', 'Multi-AZ DB Cluster', 'database'],
  AmazonRDSBlueGreenDeployments: ['Amazon RDS', 'Blue/Green Deployments', 'database'],
  AWSIoTHardwareBoard: ['AWS IoT', 'Hardware Board', 'internetOfThings'],
  AWSIoTRule: ['AWS IoT', 'Rule', 'internetOfThings'],
  AWSIoTDeviceTester: ['AWS IoT', 'Device Tester', 'internetOfThings'],
  AWSDataExchangeforAPIs: ['AWS Data Exchange', 'Data Exchange for APIs', 'analytics'],
  AmazonVPCVirtualprivatecloudVPC: [
    'Amazon VPC',
    'Virtual private cloud',
    'networkingContentDelivery',
  ],
  AmazonVPCEndpoints: ['Amazon VPC', 'VPC Endpoints', 'networkingContentDelivery'],
  AmazonVPCFlowLogs: ['Amazon VPC', 'VPC Flow Logs', 'networkingContentDelivery'],
  Server: [null, 'Traditional server', 'general'],
  AWSManagementConsole: [null, 'AWS Management Console (browser)', 'general'],
}

/**
 * Ids of services and resources that people know by a shorter name. Ids are written into sessions: never change one,
 * and give a service the same id when it becomes fully modelled.
 */
export const IDS = {
  'architecture-service/AmazonEC2': 'ec2',
  'architecture-service/AmazonEC2AutoScaling': 'auto-scaling',
  'architecture-service/ElasticLoadBalancing': 'elb',
  'architecture-service/AmazonElasticContainerService': 'ecs',
  'architecture-service/AmazonElasticContainerRegistry': 'ecr',
  'architecture-service/AmazonElasticKubernetesService': 'eks',
  'architecture-service/AWSFargate': 'fargate',
  'architecture-service/AWSLambda': 'lambda',
  'architecture-service/AmazonSimpleStorageService': 's3',
  'architecture-service/AmazonElasticBlockStore': 'ebs',
  'architecture-service/AmazonSimpleStorageServiceGlacier': 's3-glacier',
  'architecture-service/AWSStorageGateway': 'storage-gateway',
  'architecture-service/AmazonEFS': 'efs',
  'architecture-service/AmazonFSx': 'fsx',
  'architecture-service/AmazonRDS': 'rds',
  'architecture-service/AmazonAurora': 'aurora',
  'architecture-service/AmazonDynamoDB': 'dynamodb',
  'architecture-service/AmazonElastiCache': 'elasticache',
  'architecture-service/AWSTransitGateway': 'transit-gateway',
  'architecture-service/AWSSitetoSiteVPN': 'vpn',
  'architecture-service/AWSClientVPN': 'vpn-client',
  'architecture-service/AWSDirectConnect': 'direct-connect',
  'architecture-service/AmazonRoute53': 'route-53',
  'architecture-service/AmazonCloudFront': 'cloudfront',
  'architecture-service/AmazonAPIGateway': 'api-gateway',
  'architecture-service/AWSIdentityandAccessManagement': 'iam',
  'architecture-service/AWSKeyManagementService': 'kms',
  'architecture-service/AWSSecretsManager': 'secrets-manager',
  'architecture-service/AWSWAF': 'waf',
  'architecture-service/AWSShield': 'shield',
  'architecture-service/AmazonGuardDuty': 'guardduty',
  'architecture-service/AmazonCognito': 'cognito',
  'architecture-service/AmazonSimpleQueueService': 'sqs',
  'architecture-service/AmazonSimpleNotificationService': 'sns',
  'architecture-service/AmazonEventBridge': 'eventbridge',
  'architecture-service/AWSStepFunctions': 'step-functions',
  'architecture-service/AmazonCloudWatch': 'cloudwatch',
  'architecture-service/AWSCloudTrail': 'cloudtrail',
  'architecture-service/AWSBackup': 'aws-backup',
  'architecture-service/AWSApplicationMigrationService': 'application-migration-service',
  'architecture-service/AWSDatabaseMigrationService': 'dms',
  'architecture-service/AWSDataSync': 'datasync',
  'resource/AmazonEC2AMI': 'ami',
  'resource/ElasticLoadBalancingApplicationLoadBalancer': 'alb',
  'resource/ElasticLoadBalancingNetworkLoadBalancer': 'nlb',
  'resource/AmazonElasticBlockStoreSnapshot': 'ebs-snapshot',
  'resource/AmazonVPCFlowLogs': 'vpc-flow-logs',
  'resource/AmazonVPCNetworkAccessControlList': 'network-acl',
  'resource/AmazonVPCInternetGateway': 'internet-gateway',
  'resource/AmazonVPCNATGateway': 'nat-gateway',
  'resource/AmazonVPCEndpoints': 'vpc-endpoint',
  'resource/AWSIdentityAccessManagementRole': 'iam-role',
}
